// SPDX-License-Identifier: MIT
#include <asyncade/retry.h>

#include <asyncade/clock.h>
#include <asyncade/detail/saturating.h>
#include <asyncade/error_hook.h>
#include <asyncade/errors.h>

#include <algorithm>
#include <random>
#include <string>

namespace asyncade {

using std::chrono::nanoseconds;

bool RetryRules::retries(const std::exception_ptr &error) const
{
    return !detail::isCancelled(error) && (!m_rules || !m_rules->onError || m_rules->onError(error));
}

nanoseconds RetryRules::hint(const std::exception_ptr &error) const
{
    return m_rules && m_rules->hint ? m_rules->hint(error) : nanoseconds{};
}

namespace detail {

void checkRetry(const RetryOptions &options)
{
    if (options.attempts < 1)
        throwInvalid("retry", "at least 1 attempt", std::to_string(options.attempts));
    if (options.within.count() < 0)
        throwInvalid("retry", "a total time of at least 0", durationText(options.within));
    checkBackoff(options.backoff());
}

namespace {

/// SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014): small, seedable with any number, and the same everywhere.
std::uint64_t nextRandom(std::uint64_t &state) noexcept
{
    std::uint64_t x = state += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

} // namespace

RetryState::RetryState(const RetryOptions &options)
    : m_started(options.within.count() > 0 ? Clock::current().now() : nanoseconds(-1)), m_random(options.seed), m_part(options.part)
{
}

void RetryState::enterTry() const noexcept { thread.context.span.tryNumber = std::uint16_t(m_try); }

double RetryState::draw(const RetryOptions &options, const RetryRules &rules)
{
    if (const RetryRules::Draw *draw = rules.drawing())
        return (*draw)(m_try);
    if (!options.jitter.isFull && options.jitter.part == 0)
        return 0;
    if (options.seed == 0 && m_random == 0) {
        std::random_device device;
        m_random = std::uint64_t(device()) << 32 | device();
    }
    return double(nextRandom(m_random) >> 11) * 0x1p-53;
}

bool RetryState::nextTry(const RetryOptions &options, const RetryRules &rules, const std::exception_ptr &error)
{
    if (m_try >= options.attempts)
        return false;
    const nanoseconds asked = error ? rules.hint(error) : nanoseconds{};
    const nanoseconds delay = std::max(asked, backoffDelay(options.backoff(), m_try, draw(options, rules)));
    const nanoseconds now = Clock::current().now();
    m_until = plus(now, delay);
    if (options.within.count() > 0 && m_started.count() >= 0 && m_until - m_started > options.within)
        return false;
    ++m_try;
    enterTry();
    return true;
}

void RetryState::reportWait() const { report::wait(m_part, WaitReason::Backoff, m_until); }

void RetryState::reportGo(bool cancelled) const { report::go(m_part, cancelled ? GoHow::Cancelled : GoHow::Elapsed, 0, WaitReason::Backoff); }

} // namespace detail
} // namespace asyncade
