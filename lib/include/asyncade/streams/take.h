// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/pull_state.h>
#include <asyncade/errors.h>
#include <asyncade/streams/stream.h>

#include <QCoroTask>

#include <cstdint>
#include <string>

namespace asyncade {

namespace detail {

template <class S>
class TakeState : public PullState {
public:
    using Item = ItemOf<S>;
    TakeState(S &&source, std::int64_t count) : m_source(std::forward<S>(source)), m_left(count)
    {
        if (m_left == 0)
            m_source.drop();
    }

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<TakeState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        std::optional<Item> item;
        if (state->m_source) {
            auto pulling = state->m_source.next(turn.token());
            auto got = co_await pulling;
            own.restore();
            if (got.has_value())
                item.emplace(std::move(*got));
        }
        if (!item || --state->m_left == 0)
            state->m_source.drop();
        co_return item;
    }

private:
    HeldSource<S> m_source;
    std::int64_t m_left;
};

inline void checkTake(std::int64_t count)
{
    if (count < 0)
        throwInvalid("take", "a count of at least 0", std::to_string(count));
}

} // namespace detail

/// The first `count` items. The source is let go of with the last of them: no item more is pulled, and none at all for 0.
/// Throws std::invalid_argument below 0.
///
///     -a--b--c--d--|
///     take(2)
///     -a--(b|)
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto take(S &&source, std::int64_t count)
{
    detail::checkSource<S>();
    detail::checkTake(count);
    return detail::makeStream<detail::TakeState<S>>(std::forward<S>(source), count);
}
/// The same behind a bar: `source | take(3)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto take(std::int64_t count)
{
    detail::checkTake(count);
    return detail::Adaptor([count]<class S>(S &&source) { return take(std::forward<S>(source), count); });
}

} // namespace asyncade
