// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/list_of_work.h>
#include <asyncade/task_result.h>

#include <ranges>
#include <stop_token>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace asyncade {

namespace detail {

/// One task of gatherSafe while it runs.
template <class T>
struct SafeTask {
    Outcome<T> outcome;
    std::chrono::nanoseconds started{}, ended{};
    std::shared_ptr<ClockHandle> clock; ///< Foreign work may end after the clock.

    template <class W>
    void start(W &work, const std::stop_token &token, Join &join)
    {
        clock = Clock::current().handle();
        started = ended = clock->clock->now();
        if (!runsAlready<W> && token.stop_requested()) {
            outcome.error = std::make_exception_ptr(Cancelled());
            return;
        }
        join.started();
        startWork(work, token, outcome, [this, &join] {
            if (clock->clock)
                ended = clock->clock->now();
            join.ended();
        });
    }
    TaskResult<T> result(std::string_view name) { return TaskResult<T>(std::string(name), std::move(outcome), started, ended); }
};

template <class... W>
QCoro::Task<std::tuple<TaskResult<NamedValueOf<W>>...>> gatherSafeTuple(std::stop_token token, W... work)
{
    const ContextGuard own;
    Join join;
    std::tuple<SafeTask<NamedValueOf<W>>...> tasks;
    auto startAll = [&]<std::size_t... I>(std::index_sequence<I...>) {
        (std::get<I>(tasks).start(unnamed(work), token, join), ...);
    };
    startAll(std::index_sequence_for<W...>{});
    co_await join.allEnded();
    co_return std::apply([](auto &...task) { return std::tuple(task.result(labelOf<W>())...); }, tasks);
}

template <class W>
QCoro::Task<std::vector<TaskResult<ValueOf<W>>>> gatherSafeVector(std::vector<W> work, std::stop_token token)
{
    const ContextGuard own;
    Join join;
    std::vector<SafeTask<ValueOf<W>>> tasks(work.size());
    for (std::size_t i = 0; i < work.size(); ++i)
        tasks[i].start(work[i], token, join);
    co_await join.allEnded();
    std::vector<TaskResult<ValueOf<W>>> results;
    results.reserve(tasks.size());
    for (auto &task : tasks)
        results.push_back(task.result({}));
    co_return results;
}

} // namespace detail

/// Runs all operations and tasks at once, to their ends, and gives a `TaskResult` for each, in order. Never throws because of them:
/// a failure of one is its own result and does not disturb the others. Stopping `token` stops the operations that take one; their
/// results are then `Cancelled`. Stopped before the call: no operation is started. Names come from `named`.
/// An empty task or function throws std::invalid_argument, and nothing is started.
///
///     auto [user, ads] = co_await gatherSafe(named<"user">(fetchUser), named<"ads">(fetchAds));
///     if (!ads)
///         qWarning() << "no ads today";
template <class... W>
    requires(sizeof...(W) > 0 && (detail::NamedOrWork<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<std::tuple<TaskResult<detail::NamedValueOf<std::decay_t<W>>>...>> gatherSafe(std::stop_token token, W &&...work)
{
    (detail::checkCallable<W>(), ...);
    detail::checkEachWork("gatherSafe", work...);
    const detail::ContextGuard guard;
    return detail::gatherSafeTuple(std::move(token), std::decay_t<W>(std::forward<W>(work))...);
}
/// The same with nothing to stop it.
template <class First, class... W>
    requires(!std::same_as<std::decay_t<First>, std::stop_token> && detail::NamedOrWork<std::decay_t<First>>
             && (detail::NamedOrWork<std::decay_t<W>> && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherSafe(First &&first, W &&...work)
{
    return gatherSafe(std::stop_token{}, std::forward<First>(first), std::forward<W>(work)...);
}
/// The same with the token behind the work.
template <class... A>
    requires(detail::onlyLastIsToken<A...>() && ((detail::NamedOrWork<std::decay_t<A>> || detail::Token<std::decay_t<A>>) && ...))
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherSafe(A &&...workThenToken)
{
    return detail::withTokenFirst(
        []<class... W>(std::stop_token token, W &&...work) { return gatherSafe(std::move(token), std::forward<W>(work)...); },
        std::forward<A>(workThenToken)...);
}

/// The same for a vector; empty gives empty.
template <detail::Work W>
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherSafe(std::vector<W> work, std::stop_token token = {})
{
    detail::checkEachWork("gatherSafe", work);
    const detail::ContextGuard guard;
    return detail::gatherSafeVector<W>(std::move(work), std::move(token));
}

/// The same for any other range of operations, each of which is copied.
template <std::ranges::input_range R>
    requires(detail::Work<std::ranges::range_value_t<R>> && !detail::Work<std::decay_t<R>>)
[[nodiscard("await it: a dropped task loses its error")]]
auto gatherSafe(R &&work, std::stop_token token = {})
{
    detail::checkValue<R>();
    return gatherSafe(detail::toVector(std::forward<R>(work)), std::move(token));
}

/// \cond
// Anything else: says what is wrong.
template <class... A>
    requires detail::RefusedList<detail::AnyNamedOrWork, A...>
decltype(auto) gatherSafe(A &&...)
{
    detail::explainRefusal<detail::AnyNamedOrWork, A...>();
}
/// \endcond

} // namespace asyncade
