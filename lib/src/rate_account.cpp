// SPDX-License-Identifier: MIT
#include <asyncade/detail/rate_account.h>

#include <asyncade/errors.h>
#include <asyncade/rate_limiter.h>

#include <cmath>
#include <limits>

namespace asyncade::detail {

using std::chrono::nanoseconds;

namespace {

/// How many instants a log remembers that have left its window: for a longer one, should there be one.
constexpr std::size_t mostPast = 1000;

void check(const RateLimit &rule, const char *helper)
{
    if (!(rule.count > 0) || !std::isfinite(rule.count))
        throwInvalid(helper, "a finite count above 0", numberText(rule.count));
    if (rule.per.count() <= 0)
        throwInvalid(helper, "a time above 0", durationText(rule.per));
    if (rule.burst < 1)
        throwInvalid(helper, "a burst of at least 1", std::to_string(rule.burst));
    if (rule.strict && rule.burst != 1)
        throwInvalid(helper, "no burst beside a strict rule", std::to_string(rule.burst));
    if (rule.strict && (rule.count != std::floor(rule.count) || rule.count > std::numeric_limits<int>::max()))
        throwInvalid(helper, "a whole count for a strict rule", numberText(rule.count));
}

} // namespace

void WindowLog::setRule(nanoseconds window, int most)
{
    m_window = window;
    m_most = most;
    m_past = 0; // A longer window brings some back.
    m_pastCount = 0;
    recall();
}

nanoseconds WindowLog::readyAt(nanoseconds from, std::int64_t ahead, int count) const noexcept
{
    // Everything that passes is numbered; what passes as number i must come a window after number i − most.
    std::int64_t number = m_total + ahead + count - m_most;
    std::int64_t windows = 0;
    if (number > m_total) {
        windows = (number - m_total + m_most - 1) / m_most;
        number -= windows * m_most;
    }
    nanoseconds time = from;
    if (number > 0) {
        time = std::max(from, plus(passedAt(number), m_window));
    } else if (windows > 0 && !m_entries.empty()) {
        time = std::max(from, m_entries.back().time);
    }
    return plus(time, times(m_window, windows));
}

/// When the one with this number passed, of those that are remembered. It is one of the last `m_most`: that is never far from those
/// that have just left the window, however many are remembered before.
nanoseconds WindowLog::passedAt(std::int64_t number) const noexcept
{
    std::size_t entry = m_past;
    std::int64_t before = m_pastCount;
    while (before >= number)
        before -= m_entries[--entry].count;
    while (before + m_entries[entry].count < number)
        before += m_entries[entry++].count;
    return m_entries[entry].time;
}

void WindowLog::add(int count, nanoseconds now)
{
    if (!m_entries.empty() && m_entries.back().time == now)
        m_entries.back().count += count;
    else
        m_entries.push_back({now, count});
    m_total += count;
    for (; m_past + 1 < m_entries.size() && plus(m_entries[m_past].time, m_window) <= now; ++m_past) // Not those that pass now.
        m_pastCount += m_entries[m_past].count;
    while (m_past > mostPast)
        forgetFirst();
}

void WindowLog::forgetFirst() noexcept
{
    const Entry &first = m_entries.front();
    m_forgotten += first.count;
    m_forgottenAt = first.time;
    m_total -= first.count;
    if (m_past > 0) {
        --m_past;
        m_pastCount -= first.count;
    }
    m_entries.pop_front();
}

/// Some of those that were forgotten may count again.
void WindowLog::recall()
{
    const std::int64_t count = std::min(m_forgotten, m_most - m_total);
    if (count <= 0)
        return;
    m_entries.push_front({m_forgottenAt, int(count)});
    m_total += count;
    m_forgotten -= count;
    m_past = 0;
    m_pastCount = 0;
}

void WindowLog::remove(int count, nanoseconds at) noexcept
{
    const auto entry = std::find_if(m_entries.rbegin(), m_entries.rend(), [at](const Entry &e) { return e.time <= at; });
    if (entry == m_entries.rend() || entry->time != at)
        return; // It lies so long back that it is forgotten.
    const auto index = std::size_t(m_entries.rend() - entry) - 1;
    if (index < m_past)
        m_pastCount -= count;
    entry->count -= count;
    m_total -= count;
    if (entry->count == 0) {
        m_past -= index < m_past;
        m_entries.erase(std::next(entry).base());
    }
    recall();
}

std::int64_t WindowLog::inWindow(nanoseconds now) const noexcept
{
    std::int64_t count = m_total - m_pastCount;
    for (std::size_t i = m_past; i < m_entries.size() && plus(m_entries[i].time, m_window) <= now; ++i)
        count -= m_entries[i].count;
    return count;
}

nanoseconds WindowLog::nextLeaves(nanoseconds now) const noexcept
{
    for (std::size_t i = m_past; i < m_entries.size(); ++i) {
        if (const nanoseconds leaves = plus(m_entries[i].time, m_window); leaves > now)
            return leaves;
    }
    return nanoseconds::max();
}

RateAccount::RateAccount(const RateLimit &rule, const char *helper)
{
    check(rule, helper);
    if (rule.strict)
        m_log = std::make_unique<WindowLog>();
    setNumbers(rule, helper);
}

void RateAccount::setNumbers(const RateLimit &rule, const char *helper)
{
    constexpr double longest = double(nanoseconds::max().count() / 4);
    const double interval = std::max(1.0, std::ceil(double(rule.per.count()) / rule.count));
    const int most = rule.strict ? int(rule.count) : rule.burst;
    if (interval * most > longest)
        throwInvalid(helper, "a bucket that is full within 73 years", numberText(interval * most / 1e9) + " s");
    m_interval = nanoseconds(std::int64_t(interval));
    m_most = most;
    m_capacity = times(m_interval, m_most);
    if (m_log)
        m_log->setRule(rule.per, most);
}

nanoseconds RateAccount::readyAt(nanoseconds from, std::int64_t ahead, int count) const noexcept
{
    if (m_log)
        return m_log->readyAt(from, ahead, count);
    const nanoseconds full = plus(std::max(m_full, from), times(m_interval, ahead + count));
    return full == nanoseconds::max() ? full : std::max(from, full - m_capacity);
}

void RateAccount::take(int count, nanoseconds due, nanoseconds now)
{
    if (m_log)
        return m_log->add(count, now);
    // More than a bucket that was made smaller holds: the tokens came in while it waited, the bucket is empty afterwards.
    const nanoseconds cost = times(m_interval, count);
    m_full = std::max(plus(m_full, cost), plus(due, std::min(cost, m_capacity)));
}

void RateAccount::giveBack(int count, nanoseconds at) noexcept
{
    if (m_log)
        return m_log->remove(count, at);
    m_full = std::max(nanoseconds(0), m_full - times(m_interval, count));
}

double RateAccount::available(nanoseconds now) const noexcept
{
    if (m_log)
        return double(std::max<std::int64_t>(0, m_most - m_log->inWindow(now))); // A longer window may hold more than that.
    return m_full <= now ? m_most : double((m_capacity - (m_full - now)).count()) / double(m_interval.count());
}

void RateAccount::change(const RateLimit &rule, nanoseconds now)
{
    check(rule, "RateLimiter");
    const nanoseconds before = m_interval;
    setNumbers(rule, "RateLimiter");
    if (m_log || m_full <= now)
        return;
    const long double lacking = std::ceil((long double)(m_full - now).count() * m_interval.count() / before.count());
    m_full = lacking < (long double)nanoseconds::max().count() ? plus(now, nanoseconds(std::int64_t(lacking))) : nanoseconds::max();
}

} // namespace asyncade::detail
