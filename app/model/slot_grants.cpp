// SPDX-License-Identifier: MIT
#include "model/slot_grants.h"

#include <algorithm>

namespace playground {

void SlotGrants::grant(quint16 part, quint32 request, quint32 from, qint64 t, quint32 record)
{
    if (Grant *before = from == 0 ? nullptr : latest(from, part, false))
        before->holder.to = request;
    Grant grant;
    grant.holder = {request, t, -1, 0};
    grant.grantRecord = record;
    grant.active = ++activeOf(part);
    grant.earlier = lastGrantOf(request);
    grant.part = part;
    lastGrantOf(request) = quint32(m_grants.size());
    m_grants.push_back(grant);
}

bool SlotGrants::free(quint16 part, quint32 request, qint64 t, quint32 record)
{
    Grant *grant = latest(request, part, true);
    if (!grant)
        return false;
    grant->holder.until = t;
    grant->freeRecord = record;
    --activeOf(part);
    return true;
}

std::vector<SlotHolder> SlotGrants::heldBefore(quint16 part, quint32 record) const
{
    // Looks back from the last grant only as far as there are holders to find: it tells how many there were.
    std::vector<SlotHolder> holders;
    quint32 toFind = none;
    quint32 lastGrant = 0;
    for (auto i = std::ranges::lower_bound(m_grants, record, {}, &Grant::grantRecord);
         i != m_grants.begin() && toFind > 0;) {
        const Grant &grant = *--i;
        if (grant.part != part)
            continue;
        if (toFind == none) {
            toFind = grant.active;
            lastGrant = grant.grantRecord;
        }
        if (grant.freeRecord <= lastGrant)
            continue;
        --toFind;
        if (grant.freeRecord >= record)
            holders.push_back(grant.holder);
    }
    std::ranges::reverse(holders);
    return holders;
}

std::vector<SlotHolder> SlotGrants::heldAt(quint16 part, qint64 t) const
{
    // Grants are ordered alike by time and by record; what was freed up to `t` is told by its time.
    const auto after = std::ranges::upper_bound(m_grants, t, {}, [](const Grant &grant) { return grant.holder.since; });
    if (after == m_grants.begin())
        return {};
    std::vector<SlotHolder> holders = heldBefore(part, std::prev(after)->grantRecord + 1);
    std::erase_if(holders, [t](const SlotHolder &holder) { return holder.until >= 0 && holder.until <= t; });
    return holders;
}

std::vector<SlotHolder> SlotGrants::of(quint32 request) const
{
    std::vector<SlotHolder> holders;
    if (request == 0 || request > m_lastGrants.size())
        return holders;
    for (quint32 i = m_lastGrants[request - 1]; i != none; i = m_grants[i].earlier)
        holders.push_back(m_grants[i].holder);
    std::ranges::reverse(holders);
    return holders;
}

SlotGrants::Grant *SlotGrants::latest(quint32 request, quint16 part, bool stillHeld)
{
    for (quint32 i = lastGrantOf(request); i != none; i = m_grants[i].earlier) {
        Grant &grant = m_grants[i];
        if (grant.part == part && (!stillHeld || grant.freeRecord == none))
            return &grant;
    }
    return nullptr;
}

quint32 &SlotGrants::lastGrantOf(quint32 request)
{
    Q_ASSERT(request > 0);
    while (m_lastGrants.size() < request)
        m_lastGrants.push_back(none);
    return m_lastGrants[request - 1];
}

quint32 &SlotGrants::activeOf(quint16 part)
{
    if (part >= m_active.size())
        m_active.resize(size_t(part) + 1);
    return m_active[part];
}

} // namespace playground
