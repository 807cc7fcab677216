// SPDX-License-Identifier: MIT
#include <asyncade/circuit_breaker.h>

#include <asyncade/clock.h>
#include <asyncade/detail/saturating.h>
#include <asyncade/error_hook.h>

#include <algorithm>
#include <string>

namespace asyncade {

using std::chrono::nanoseconds;

BrokenCircuit::BrokenCircuit(nanoseconds retryAfter, Part part)
    : std::runtime_error(retryAfter.count() > 0 ? "the circuit is open: try again in " + detail::durationText(retryAfter)
                                                : "the circuit is being probed: try again later"),
      m_retryAfter(retryAfter), m_part(part)
{
}

namespace detail {

namespace {

const CircuitBreakerOptions &checked(const CircuitBreakerOptions &options)
{
    if (options.failures < 1)
        throwInvalid("CircuitBreaker", "at least 1 failure", std::to_string(options.failures));
    if (options.window.count() < 0)
        throwInvalid("CircuitBreaker", "a window of at least 0", durationText(options.window));
    if (!(options.rate >= 0 && options.rate <= 1))
        throwInvalid("CircuitBreaker", "a rate from 0 to 1", numberText(options.rate));
    if (options.rate > 0 && options.window.count() == 0)
        throwInvalid("CircuitBreaker", "a window beside a rate", durationText(options.window));
    if (options.openFor.count() <= 0)
        throwInvalid("CircuitBreaker", "openFor above 0", durationText(options.openFor));
    if (options.probes < 1)
        throwInvalid("CircuitBreaker", "at least 1 probe", std::to_string(options.probes));
    return options;
}

} // namespace

BreakerState::BreakerState(const CircuitBreakerOptions &options) : m_options(checked(options))
{
    if (report::observed())
        reportState();
}

void BreakerState::reportState() const { report::level(m_options.part, "breaker", double(m_state), 0, 2); }

BreakerState::State BreakerState::state() const
{
    return m_state == State::Open && Clock::current().now() >= m_openUntil ? State::HalfOpen : m_state;
}

nanoseconds BreakerState::retryAfter() const
{
    return m_state == State::Open ? std::max(nanoseconds(0), m_openUntil - Clock::current().now()) : nanoseconds(0);
}

std::uint64_t BreakerState::enter()
{
    if (m_state == State::Open && state() == State::HalfOpen)
        become(State::HalfOpen);
    if (m_state == State::Open || (m_state == State::HalfOpen && m_probesBegun >= m_options.probes)) {
        report::go(m_options.part, GoHow::Rejected);
        throw BrokenCircuit(retryAfter(), m_options.part);
    }
    if (m_state == State::HalfOpen)
        ++m_probesBegun;
    return m_period;
}

void BreakerState::leave(std::uint64_t period, const std::exception_ptr &error, bool isLate)
{
    if (period != m_period)
        return;
    if (!isLate && error && isCancelled(error)) {
        if (m_state == State::HalfOpen)
            --m_probesBegun;
        return;
    }
    const bool failed = isLate || (error && (!m_counts || m_counts(error)));
    if (m_state == State::HalfOpen) {
        if (failed)
            become(State::Open);
        else if (++m_probesSucceeded >= m_options.probes)
            become(State::Closed);
        return;
    }
    if (m_options.window.count() > 0)
        ended(failed, Clock::current().now());
    else
        m_failures = failed ? m_failures + 1 : 0;
    if (failed && hasFailedTooOften())
        become(State::Open);
}

void BreakerState::ended(bool failed, nanoseconds now)
{
    m_window.push_back({now, failed});
    m_failures += failed;
    while (now - m_window.front().time >= m_options.window) { // At the latest the call that ended now is left, even at the end of time.
        m_failures -= m_window.front().failed;
        m_window.pop_front();
    }
}

bool BreakerState::hasFailedTooOften() const
{
    return m_failures >= m_options.failures && (m_options.rate == 0 || m_failures >= m_options.rate * double(m_window.size()));
}

void BreakerState::become(State state)
{
    m_state = state;
    ++m_period;
    m_failures = m_probesBegun = m_probesSucceeded = 0;
    m_window.clear();
    stopTelling();
    if (state == State::Open) {
        Clock &clock = Clock::current();
        m_openUntil = plus(clock.now(), m_options.openFor);
        if (clock.observer() && !clock.ended() && m_openUntil != nanoseconds::max()) {
            m_tellingClock = &clock;
            clock.addTold(*this, m_openUntil);
        }
    }
    reportState();
}

void BreakerState::stopTelling() noexcept
{
    if (armed())
        m_tellingClock->removeTold(*this);
}

/// Half-open is a matter of time: whether it is told now or found by the next call makes no difference to any call.
void BreakerState::fire() noexcept { become(State::HalfOpen); }

void BreakerState::reset() { become(State::Closed); }

void BreakerState::setOptions(const CircuitBreakerOptions &options)
{
    const bool otherKind = (checked(options).window.count() > 0) != (m_options.window.count() > 0);
    m_options = options;
    if (otherKind) {
        m_failures = 0;
        m_window.clear();
    }
    // As many probes as are enough now have succeeded already.
    if (m_state == State::HalfOpen && m_probesSucceeded >= m_options.probes)
        become(State::Closed);
}

} // namespace detail
} // namespace asyncade
