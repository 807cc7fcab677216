// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/operation.h>
#include <asyncade/duration.h>
#include <asyncade/rate_limiter.h>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace asyncade {

/// A `RateLimiter` for each key (host, user, token), all with the same rules, made when a key is first used. Keys do not
/// delay each other. A key whose limiter is idle, so that a new one would behave the same, is dropped when room is made for
/// new keys: memory follows the number of keys that are in use. Belongs to one thread, and should be used on one clock.
///
/// Destroyed while somebody waits: the waiters get `Cancelled`.
///
///     asyncade::KeyedRateLimiter<QString> perHost{5, 1s};
///     co_await perHost.acquire(url.host(), token);
template <class Key, class Hash = std::hash<Key>>
class KeyedRateLimiter {
public:
    /// What `acquire` returns: await it. The key's limiter is looked up at `co_await`.
    class [[nodiscard("await it: nothing happens before co_await")]] Acquire {
    public:
        /// \internal
        Acquire(KeyedRateLimiter &limiter, Key key, int count, std::stop_token token)
            : m_limiter(&limiter), m_key(std::move(key)), m_token(std::move(token)), m_count(count)
        {
        }
        RateLimiter::Awaiter operator co_await() const
        {
            return RateLimiter::Awaiter(m_limiter->find(m_key), m_count, m_token);
        }

    private:
        KeyedRateLimiter *m_limiter;
        Key m_key;
        std::stop_token m_token;
        int m_count;
    };

    /// See RateLimiter. Throws std::invalid_argument unless count, per and burst make a rule.
    template <class Number>
        requires std::is_arithmetic_v<Number>
    KeyedRateLimiter(Number count, Duration per, RateLimiterOptions options = {}, std::string name = {})
        : KeyedRateLimiter(std::vector<RateLimit>{{double(count), per, options.burst, options.strict}}, options.part,
                           std::move(name))
    {
    }
    /// All of several rules, for each key.
    explicit KeyedRateLimiter(std::vector<RateLimit> rules, Part part = {}, std::string name = {})
        : m_rules(std::move(rules)), m_part(part), m_name(std::move(name)), m_most(mostOf(m_rules))
    {
    }

    /// Waits until one may pass for `key`. Throws `Cancelled` when `token` is stopped: nothing is taken then.
    template <class K = Key>
        requires std::convertible_to<K, Key>
    Acquire acquire(K &&key, std::stop_token token = {})
    {
        detail::checkValue<K>();
        return Acquire(*this, std::forward<K>(key), 1, std::move(token));
    }
    /// Waits until `count` may pass together. Throws std::invalid_argument at once when they never can.
    template <class K = Key>
        requires std::convertible_to<K, Key>
    Acquire acquire(K &&key, int count, std::stop_token token = {})
    {
        detail::checkValue<K>();
        if (count < 1 || count > m_most)
            detail::throwInvalid("KeyedRateLimiter", ("1 to " + std::to_string(m_most) + " at once").c_str(),
                                 std::to_string(count));
        return Acquire(*this, std::forward<K>(key), count, std::move(token));
    }
    /// Whether `count` may pass now for `key`, and nobody waits for it: then they are taken.
    [[nodiscard("look at it: false, and nothing may pass")]]
    bool tryAcquire(const Key &key, int count = 1) { return find(key).tryAcquire(count); }
    /// How long acquire(key, count) would wait if it were called now.
    std::chrono::nanoseconds timeUntilReady(const Key &key, int count = 1) { return find(key).timeUntilReady(count); }

    /// New numbers for every key, for those who wait too.
    void setRate(double count, Duration per, int rule = 0)
    {
        if (rule < 0 || std::size_t(rule) >= m_rules.size())
            detail::throwInvalid("KeyedRateLimiter", ("a rule of 0 to " + std::to_string(m_rules.size() - 1)).c_str(),
                                 std::to_string(rule));
        std::vector<RateLimit> rules = m_rules;
        rules[std::size_t(rule)].count = count;
        rules[std::size_t(rule)].per = per;
        m_most = mostOf(rules); // Throws before anything is changed.
        m_rules = std::move(rules);
        for (auto &[key, limiter] : m_limiters)
            limiter.setRate(count, per, rule);
    }
    /// Nobody passes for `key` for so long; see RateLimiter::pause.
    void pause(const Key &key, Duration duration) { find(key).pause(duration); }

    /// How many keys have a limiter now.
    std::size_t size() const noexcept { return m_limiters.size(); }
    /// Drops the limiters that are idle, at once instead of when room is needed.
    void dropIdle()
    {
        std::erase_if(m_limiters, [](const auto &entry) { return entry.second.isIdle(); });
    }

private:
    static int mostOf(const std::vector<RateLimit> &rules)
    {
        if (rules.empty())
            detail::throwInvalid("KeyedRateLimiter", "at least one rule", "none");
        int most = detail::RateAccount(rules.front(), "KeyedRateLimiter").most();
        for (const RateLimit &rule : rules)
            most = std::min(most, detail::RateAccount(rule, "KeyedRateLimiter").most());
        return most;
    }

    /// Idle ones are looked for each time the number of keys has doubled, which costs each new key the same little time.
    RateLimiter &find(const Key &key)
    {
        if (const auto found = m_limiters.find(key); found != m_limiters.end())
            return found->second;
        if (m_limiters.size() >= m_dropAt) {
            dropIdle();
            m_dropAt = std::max(fewest, 2 * m_limiters.size());
        }
        return m_limiters.try_emplace(key, m_rules, m_part, m_name).first->second;
    }

    static constexpr std::size_t fewest = 16;
    std::vector<RateLimit> m_rules;
    Part m_part;
    std::string m_name;
    int m_most;
    std::unordered_map<Key, RateLimiter, Hash> m_limiters;
    std::size_t m_dropAt = fewest;
};

} // namespace asyncade
