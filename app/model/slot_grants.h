// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"

#include <QtGlobal>

#include <limits>
#include <vector>

namespace playground {

/// One who held a slot.
struct SlotHolder {
    quint32 request = 0;
    qint64 since = 0;
    qint64 until = -1; ///< -1: still held.
    quint32 to = 0;    ///< Who got it next; 0 = nobody.
    friend bool operator==(const SlotHolder &, const SlotHolder &) = default;
};

/// Who held permits, and when: grows with the grants and frees of a trace. Blockers follow from it and never need to be
/// recorded as lists, so a million waits stay linear.
///
/// `record` is the index of the trace's record: it tells the order of what happens at one instant.
class SlotGrants {
public:
    /// `request` gets a permit of `part`, handed over by `from` (0 = by nobody).
    void grant(quint16 part, quint32 request, quint32 from, qint64 t, quint32 record);
    /// `request` gives back its latest permit of `part`; false when it has none.
    bool free(quint16 part, quint32 request, qint64 t, quint32 record);

    /// Who held permits of `part` before the given record, in order of grant.
    std::vector<SlotHolder> heldBefore(quint16 part, quint32 record) const;
    /// The same at time `t`, everything that happened at `t` included.
    std::vector<SlotHolder> heldAt(quint16 part, qint64 t) const;
    /// The permits that a request had so far, in order of grant, those of all parts together.
    std::vector<SlotHolder> of(quint32 request) const;

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    /// A permit from grant to free. `active`: how many of its part were held just after its grant.
    struct Grant {
        SlotHolder holder;
        quint32 grantRecord = 0;
        quint32 freeRecord = none;
        quint32 active = 0;
        quint32 earlier = none; // The same request's grant before this one.
        quint16 part = 0;
    };

    Grant *latest(quint32 request, quint16 part, bool stillHeld);
    quint32 &lastGrantOf(quint32 request);
    quint32 &activeOf(quint16 part);

    ChunkedVector<Grant> m_grants;
    ChunkedVector<quint32> m_lastGrants; // By request, from 1.
    std::vector<quint32> m_active;       // By part.
};

} // namespace playground
