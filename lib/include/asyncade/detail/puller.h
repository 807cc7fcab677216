// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>

#include <iterator>
#include <optional>
#include <ranges>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade::detail {

/// Pulls a range item by item, none before it is asked for.
template <std::ranges::input_range V>
class RangePuller {
public:
    using Item = std::ranges::range_value_t<V>;
    explicit RangePuller(V range) : m_range(std::move(range)) {}

    /// Whether the end is known without pulling anything. A range that works out its items, such as a filter, is not asked.
    bool knownEmpty()
    {
        if constexpr (std::ranges::forward_range<V> && std::ranges::sized_range<V>) {
            if (!m_started)
                return std::ranges::begin(m_range) == std::ranges::end(m_range);
            return std::ranges::next(*m_next) == std::ranges::end(m_range);
        }
        return false;
    }
    Ready<std::optional<Item>> next(const std::stop_token &)
    {
        if (!m_started)
            m_next.emplace(std::ranges::begin(m_range));
        else if (*m_next != std::ranges::end(m_range))
            ++*m_next;
        m_started = true;
        if (*m_next == std::ranges::end(m_range))
            return {std::nullopt};
        return {std::optional<Item>(**m_next)};
    }

private:
    V m_range;
    std::optional<std::ranges::iterator_t<V>> m_next;
    bool m_started = false;
};

template <AsyncSource S>
class SourcePuller {
public:
    using Item = ItemOf<S>;
    explicit SourcePuller(S source) : m_source(std::forward<S>(source)) {}
    static constexpr bool knownEmpty() { return false; }
    auto next(const std::stop_token &token) { return m_source.next(token); }

private:
    S m_source; ///< A reference if an lvalue was given.
};

template <class S>
inline constexpr bool isSourceOrRange = AsyncSource<std::remove_cvref_t<S>> || std::ranges::input_range<std::remove_cvref_t<S>>;

template <class S>
constexpr void checkItems()
{
    static_assert(isSourceOrRange<S>, "items come from a range, or from an AsyncSource such as a Channel or a Stream; a QCoro::AsyncGenerator "
                                      "becomes one with fromGenerator(std::move(generator))");
}

template <class S>
auto makePuller(S &&items)
{
    checkItems<S>();
    if constexpr (AsyncSource<std::remove_cvref_t<S>>)
        return SourcePuller<S>(std::forward<S>(items));
    else
        return RangePuller(std::views::all(std::forward<S>(items)));
}

} // namespace asyncade::detail
