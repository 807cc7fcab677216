// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/detail/runs_already.h>
#include <asyncade/named.h>

#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade::detail {

/// Takes what a task that has ended came to, without running a coroutine for it.
template <class T>
void takeReady(QCoro::Task<T> &task, Outcome<T> &outcome)
{
    const QCoro::Task<T> taken = std::move(task);
    try {
        if constexpr (std::is_void_v<T>) {
            taken.operator co_await().await_resume();
            outcome.value.emplace();
        } else {
            outcome.value.emplace(taken.operator co_await().await_resume());
        }
    } catch (...) {
        outcome.error = std::current_exception();
    }
}

/// What gather and gatherNamed share: all at once, the first failure stops the rest.
class Gathering {
public:
    Gathering(std::string_view helper, std::stop_token outer) : m_stop(std::move(outer)), m_failure(helper, m_stop) {}

    /// Starts one piece, unless something has failed or the caller has stopped: work that has not begun is then left alone.
    template <class W, class T>
    void start(W &work, Outcome<T> &outcome, std::size_t index, std::string_view name)
    {
        if (!runsAlready<W> && (m_failure.happened() || m_stop.requested())) {
            m_leftAlone = true;
            return;
        }
        if constexpr (isTask<W>) {
            if (work.isReady()) {
                takeReady(work, outcome);
                if (outcome.error)
                    m_failure.record(outcome.error, index, std::string(name));
                return;
            }
        }
        m_join.started();
        startWork(work, m_stop.token(), outcome, [this, &outcome, index, name] {
            if (outcome.error)
                m_failure.record(outcome.error, index, std::string(name));
            m_join.ended();
        });
    }
    Join::End allEnded() noexcept { return m_join.allEnded(); }
    /// Throws if not everything has its value.
    void rethrow() const
    {
        m_failure.rethrow();
        if (m_leftAlone)
            throw Cancelled();
    }

private:
    LinkedStop m_stop;
    FirstFailure m_failure;
    Join m_join;
    bool m_leftAlone = false; ///< Something was not started.
};

template <class... W>
QCoro::Task<std::tuple<NotVoid<NamedValueOf<W>>...>> gatherTuple(std::string_view helper, std::stop_token token, W... work)
{
    const ContextGuard own;
    Gathering gathering(helper, std::move(token));
    std::tuple<Outcome<NamedValueOf<W>>...> outcomes;
    auto startAll = [&]<std::size_t... I>(std::index_sequence<I...>) {
        (gathering.start(unnamed(work), std::get<I>(outcomes), I, labelOf<W>()), ...);
    };
    startAll(std::index_sequence_for<W...>{});
    co_await gathering.allEnded();
    gathering.rethrow();
    co_return std::apply([](auto &...outcome) { return std::tuple<NotVoid<NamedValueOf<W>>...>(std::move(*outcome.value)...); },
                         outcomes);
}

/// The works of a range: those of an rvalue that owns them are moved.
template <class R>
auto toVector(R &&range)
{
    std::vector<std::ranges::range_value_t<R>> works;
    for (auto &&work : range) {
        if constexpr (std::is_lvalue_reference_v<R> || std::ranges::view<std::remove_cvref_t<R>>)
            works.push_back(std::forward<decltype(work)>(work));
        else
            works.push_back(std::move(work));
    }
    return works;
}

template <class T>
using VectorOf = std::conditional_t<std::is_void_v<T>, void, std::vector<NotVoid<T>>>;

/// `names`: one for each piece of work, or none at all.
template <class W>
QCoro::Task<VectorOf<ValueOf<W>>> gatherVector(std::string_view helper, std::vector<W> work, std::stop_token token,
                                               std::vector<std::string> names = {})
{
    using T = ValueOf<W>;
    const ContextGuard own;
    Gathering gathering(helper, std::move(token));
    std::vector<Outcome<T>> outcomes(work.size());
    for (std::size_t i = 0; i < work.size(); ++i)
        gathering.start(work[i], outcomes[i], i, names.empty() ? std::string_view() : names[i]);
    co_await gathering.allEnded();
    gathering.rethrow();
    if constexpr (!std::is_void_v<T>) {
        std::vector<T> values;
        values.reserve(outcomes.size());
        for (Outcome<T> &outcome : outcomes)
            values.push_back(std::move(*outcome.value));
        co_return values;
    }
}

} // namespace asyncade::detail
