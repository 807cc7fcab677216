// SPDX-License-Identifier: MIT
#include <asyncade/rate_limiter.h>

#include <algorithm>
#include <cmath>

namespace asyncade {

using std::chrono::nanoseconds;
using namespace std::chrono_literals;

namespace {

/// How much of a timer's lateness is made up. More than that, and those who waited would come in a heap.
constexpr nanoseconds mostLateness = 10ms;

const RateLimit &firstOf(const std::vector<RateLimit> &rules)
{
    if (rules.empty())
        detail::throwInvalid("RateLimiter", "at least one rule", "none");
    return rules.front();
}

} // namespace

RateLimiter::RateLimiter(const RateLimit &rule, Part part, std::string name)
    : RateLimiter(std::vector<RateLimit>{rule}, part, std::move(name))
{
}

RateLimiter::RateLimiter(const std::vector<RateLimit> &rules, Part part, std::string name)
    : m_first(firstOf(rules)), m_most(m_first.most()), m_part(part), m_rules(rules), m_name(std::move(name))
{
    for (std::size_t i = 1; i < rules.size(); ++i) {
        m_more.emplace_back(rules[i]);
        m_most = std::min(m_most, m_more.back().most());
    }
    m_simple = m_more.empty() && !m_first.isStrict();
    if (report::observed())
        reportLevels(now());
}

RateLimiter::~RateLimiter()
{
    m_isClosing = true;
    m_waiters.cancelAll();
    while (detail::QueuedWait *granted = m_granted.takeFirst())
        static_cast<Awaiter &>(*granted).m_limiter = nullptr;
    if (armed())
        m_timerClock->removeTimer(*this);
    if (m_telling.armed())
        m_telling.clock->removeTold(m_telling);
}

void RateLimiter::refuse(int count) const
{
    detail::throwInvalid("RateLimiter", ("1 to " + std::to_string(m_most) + " at once").c_str(), std::to_string(count));
}

nanoseconds RateLimiter::now() const
{
    const detail::QueuedWait *head = m_waiters.first();
    return head ? static_cast<const Awaiter &>(*head).clock().now() : Clock::current().now();
}

detail::RateAccount &RateLimiter::account(int rule)
{
    if (rule < 0 || std::size_t(rule) >= m_rules.size())
        detail::throwInvalid("RateLimiter", ("a rule of 0 to " + std::to_string(m_rules.size() - 1)).c_str(), std::to_string(rule));
    return rule == 0 ? m_first : m_more[std::size_t(rule) - 1];
}

nanoseconds RateLimiter::readyAt(std::int64_t ahead, int count) const noexcept
{
    nanoseconds time = std::max(m_pausedUntil, m_first.readyAt(m_pausedUntil, ahead, count));
    for (const detail::RateAccount &account : m_more)
        time = std::max(time, account.readyAt(m_pausedUntil, ahead, count));
    return time;
}

void RateLimiter::takeAll(int count, nanoseconds due, nanoseconds now)
{
    m_first.take(count, due, now);
    for (detail::RateAccount &account : m_more)
        account.take(count, due, now);
}

bool RateLimiter::passAllNow(int count, nanoseconds now)
{
    if (!m_waiters.empty() || readyAt(0, count) > now)
        return false;
    takeAll(count, now, now);
    return true;
}

void RateLimiter::giveBack(int count, nanoseconds at) noexcept
{
    m_first.giveBack(count, at);
    for (detail::RateAccount &account : m_more)
        account.giveBack(count, at);
    serve();
}

bool RateLimiter::tryAcquire(int count)
{
    checkCount(count);
    const nanoseconds time = now();
    if (!passNow(count, time))
        return false;
    if (report::observed())
        reportGranted(time);
    return true;
}

int RateLimiter::available() const
{
    const nanoseconds time = now();
    if (!m_waiters.empty() || time < m_pausedUntil)
        return 0;
    double least = m_first.available(time);
    for (const detail::RateAccount &account : m_more)
        least = std::min(least, account.available(time));
    return std::max(0, int(std::floor(least)));
}

nanoseconds RateLimiter::timeUntilReady(int count) const
{
    checkCount(count);
    return std::max(nanoseconds(0), readyAt(m_awaited, count) - now());
}

bool RateLimiter::isIdle() const
{
    if (!m_waiters.empty() || !m_granted.empty())
        return false;
    const nanoseconds time = now();
    const auto isFull = [time](const detail::RateAccount &account) { return account.available(time) >= account.most(); };
    return time >= m_pausedUntil && isFull(m_first) && std::ranges::all_of(m_more, isFull);
}

void RateLimiter::change(int rule, const RateLimit &limit)
{
    const nanoseconds time = now();
    account(rule).change(limit, time);
    m_rules[std::size_t(rule)] = limit;
    m_most = m_first.most();
    for (const detail::RateAccount &more : m_more)
        m_most = std::min(m_most, more.most());
    serve();
    if (report::observed())
        reportLevels(time);
}

void RateLimiter::setRate(double count, Duration per, int rule)
{
    account(rule); // Checks that there is such a rule.
    RateLimit limit = m_rules[std::size_t(rule)];
    limit.count = count;
    limit.per = per;
    change(rule, limit);
}

void RateLimiter::setBurst(int burst, int rule)
{
    account(rule);
    RateLimit limit = m_rules[std::size_t(rule)];
    limit.burst = burst;
    change(rule, limit);
}

void RateLimiter::pause(Duration duration)
{
    m_pausedUntil = std::max(m_pausedUntil, detail::plus(now(), duration));
    serve();
}

void RateLimiter::resume()
{
    m_pausedUntil = {};
    serve();
}

bool RateLimiter::isPaused() const { return now() < m_pausedUntil; }

/// Lets all pass who may now, in order, and sets the timer for the first of the others. `since`: when the first could, if its timer
/// came late.
void RateLimiter::serve(nanoseconds since) noexcept
{
    if (armed())
        m_timerClock->removeTimer(*this);
    Clock *last = nullptr;
    while (!m_isClosing && !m_waiters.empty()) {
        auto &head = static_cast<Awaiter &>(*m_waiters.first());
        const nanoseconds time = head.clock().now();
        const nanoseconds due = readyAt(0, head.m_count);
        if (due > time) {
            announce(reason(time));
            arm(head.clock(), due);
            break;
        }
        takeAll(head.m_count, std::max(due, std::max(std::min(since, time), time - mostLateness)), time);
        letGo(head, time);
        last = &head.clock();
    }
    if (last && last->observer()) {
        const ClockScope scope(*last);
        reportLevels(last->now());
    }
}

void RateLimiter::arm(Clock &clock, nanoseconds due) noexcept
{
    if (clock.ended())
        return; // It cancels its waiters by itself.
    m_timerClock = &clock;
    m_timerDue = due;
    clock.addTimer(*this, due, detail::Lane::Work);
}

void RateLimiter::letGo(Awaiter &head, nanoseconds time) noexcept
{
    m_awaited -= head.m_count;
    m_waiters.remove(head);
    m_granted.append(head);
    head.m_isGranted = true;
    head.m_passedAt = time;
    const ClockScope clock(head.clock());
    const SpanScope span(head.m_span);
    report::go(m_part, GoHow::Granted, 0, m_announced);
    head.wake();
}

/// Tells those who observe that everybody waits for something else now.
void RateLimiter::announce(WaitReason reason) noexcept
{
    const WaitReason before = std::exchange(m_announced, reason);
    if (before == reason)
        return;
    std::int64_t ahead = 0;
    std::uint32_t position = 0;
    for (detail::QueuedWait *wait = m_waiters.first(); wait; wait = detail::WaiterQueue::after(*wait), ++position) {
        const auto &waiter = static_cast<const Awaiter &>(*wait);
        if (waiter.clock().observer()) {
            const ClockScope clock(waiter.clock());
            const SpanScope span(waiter.m_span);
            report::go(m_part, GoHow::Elapsed, 0, before);
            report::wait(m_part, reason, readyAt(ahead, waiter.m_count), position);
        }
        ahead += waiter.m_count;
    }
}

void RateLimiter::reportGranted(nanoseconds time) const
{
    report::go(m_part, GoHow::Granted, 0, WaitReason::Token);
    reportLevels(time);
}

void RateLimiter::reportLevels(nanoseconds time) const
{
    const auto level = [&](const detail::RateAccount &account, const std::string &name) {
        const double tokens = account.available(time);
        const double slope = account.isStrict() || tokens >= account.most() ? 0 : account.perSecond();
        report::level(m_part, name, tokens, slope, account.most());
    };
    level(m_first, "tokens");
    for (std::size_t i = 0; i < m_more.size(); ++i)
        level(m_more[i], "tokens " + std::to_string(i + 2));
    if (m_first.isStrict() || !m_more.empty())
        tellNextStep(time);
}

/// A bucket's level has a slope; that of a strict rule steps up when what has passed leaves the window.
void RateLimiter::tellNextStep(nanoseconds time) const
{
    nanoseconds step = m_first.nextStep(time);
    for (const detail::RateAccount &account : m_more)
        step = std::min(step, account.nextStep(time));
    if (m_telling.armed())
        m_telling.clock->removeTold(m_telling);
    Clock &clock = Clock::current();
    if (step == nanoseconds::max() || !clock.observer() || clock.ended())
        return;
    m_telling.clock = &clock;
    clock.addTold(m_telling, step);
}

void RateLimiter::tellStep() const noexcept
{
    const nanoseconds time = m_telling.clock->now();
    const detail::QueuedWait *head = m_waiters.first();
    // Whoever takes it at this very instant tells of it.
    if (head && readyAt(0, static_cast<const Awaiter &>(*head).m_count) <= time)
        tellNextStep(time);
    else
        reportLevels(time);
}

void RateLimiter::Awaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    RateLimiter &limiter = *m_limiter;
    const nanoseconds now = clock().now();
    const bool isFirst = limiter.m_waiters.empty();
    m_span = currentSpan();
    if (isFirst)
        limiter.m_announced = limiter.reason(now);
    if (clock().observer()) {
        report::wait(limiter.m_part, limiter.m_announced, std::max(now, limiter.readyAt(limiter.m_awaited, m_count)),
                     std::uint32_t(limiter.m_waiters.size()));
    }
    limiter.m_awaited += m_count;
    suspendIn(limiter.m_waiters, coroutine, m_token);
    if (isFirst && state() == State::Suspended)
        limiter.serve();
}

void RateLimiter::Awaiter::leave() noexcept
{
    const bool wasFirst = m_limiter->m_waiters.first() == this;
    QueuedWait::leave();
    m_limiter->m_awaited -= m_count;
    {
        const ClockScope scope(clock());
        const SpanScope span(m_span);
        report::go(m_limiter->m_part, GoHow::Cancelled, 0, m_limiter->m_announced);
    }
    if (wasFirst)
        m_limiter->serve();
}

bool RateLimiter::Awaiter::giveUpWhenReady() noexcept
{
    RateLimiter *limiter = m_limiter;
    takeGrant();
    if (limiter)
        limiter->giveBack(m_count, m_passedAt);
    return true;
}

void RateLimiter::Awaiter::takeGrant() noexcept
{
    if (std::exchange(m_isGranted, false) && m_limiter)
        m_limiter->m_granted.remove(*this);
}

std::string RateLimiter::Awaiter::describe() const
{
    return m_limiter->m_name.empty() ? "a token of a rate limiter" : "a token of \"" + m_limiter->m_name + "\"";
}

} // namespace asyncade
