// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>
#include <asyncade/batch_limits.h>
#include <asyncade/clock.h>
#include <asyncade/detail/gather_work.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/detail/saturating.h>
#include <asyncade/detail/timed_wait.h>
#include <asyncade/task_result.h>

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

namespace asyncade::detail {

/// Stands for the function of a batch whose items are operations.
struct RunsItself {};

template <class F, class Item>
struct BatchValue {
    using type = ValueOf<F, Item>;
};
template <class Item>
struct BatchValue<RunsItself, Item> {
    using type = ValueOf<Item>;
};

/// Gives operations one by one.
template <class W>
class OperationPuller {
public:
    using Item = W;
    explicit OperationPuller(std::vector<W> work) : m_work(std::move(work)) {}
    bool knownEmpty() const noexcept { return m_next == m_work.size(); }
    Ready<std::optional<W>> next(const std::stop_token &)
    {
        if (m_next == m_work.size())
            return {std::nullopt};
        return {std::optional<W>(std::move(m_work[m_next++]))};
    }

private:
    std::vector<W> m_work;
    std::size_t m_next = 0;
};

/// The limits that a run uses: its own, or somebody's.
class BatchLimitsHolder {
public:
    BatchLimitsHolder(int size, std::chrono::nanoseconds pause, BatchPace pace)
        : m_own(std::make_unique<BatchLimits>(size, pause, pace)), m_limits(m_own.get())
    {
    }
    explicit BatchLimitsHolder(BatchLimits &limits) : m_limits(&limits) {}
    BatchLimits &operator*() const noexcept { return *m_limits; }
    BatchLimits *operator->() const noexcept { return m_limits; }

private:
    std::unique_ptr<BatchLimits> m_own;
    BatchLimits *m_limits;
};

/// What the items of one run have in common, whatever their type: when the next batch may start, and who was the last to end.
class BatchPacing {
public:
    explicit BatchPacing(BatchLimitsHolder limits) : m_limits(std::move(limits)) {}

    BatchLimits &limits() noexcept { return *m_limits; }
    /// The earliest time for the next batch.
    std::chrono::nanoseconds earliest() const noexcept;
    bool isPaused() const noexcept { return m_any && Clock::current().now() < earliest(); }
    bool running() const noexcept { return m_running; }
    /// The request that ended last, and so held up the next batch.
    std::uint32_t last() const noexcept { return m_last; }
    void started() noexcept;
    void pieceEnded() noexcept { m_last = thread.context.span.request; }
    void ended() noexcept;

private:
    BatchLimitsHolder m_limits;
    std::chrono::nanoseconds m_startedAt{}, m_endedAt{};
    std::uint32_t m_last = 0;
    bool m_any = false, m_running = false;
};

/// One run of batchExecute or batchConcurrent. `safe`: an item's failure is its result, and the others go on.
template <class Puller, class F, bool safe>
class BatchRun {
public:
    using Item = typename Puller::Item;
    using T = typename BatchValue<F, Item>::type;

    BatchRun(std::string_view helper, Puller items, F f, BatchLimitsHolder limits, bool pullAhead, Part part, std::stop_token outer)
        : m_items(std::move(items)), m_function(std::move(f)), m_pacing(std::move(limits)), m_pullAhead(pullAhead), m_part(part)
        , m_stop(std::move(outer)), m_failure(helper, m_stop)
    {
    }

    /// Batch after batch, until everything has ended or something has stopped it; nothing runs any more then.
    QCoro::Task<> run()
    {
        const ContextGuard own;
        std::exception_ptr error;
        if (m_pullAhead) {
            m_pulling.started();
            pullAll();
        }
        try {
            while (!m_stop.requested()) {
                if (!isFull()) {
                    if (m_pullAhead) {
                        label();
                        co_await changed(m_pacing.isPaused() ? std::optional(m_pacing.earliest()) : std::nullopt);
                    } else {
                        auto pulling = pull();
                        auto item = co_await pulling;
                        own.restore();
                        add(std::move(item));
                    }
                } else if (m_waiting.empty()) {
                    break;
                } else if (m_pacing.isPaused()) {
                    label();
                    co_await changed(m_pacing.earliest());
                } else {
                    startBatch();
                    label();
                    co_await m_join.allEnded();
                    m_pacing.ended();
                }
                own.restore();
            }
        } catch (...) {
            error = std::current_exception();
        }
        own.restore();
        if (error && !(m_stop.requested() && isCancelled(error)))
            m_failure.record(error, m_pieces.size());
        m_leftAlone = !(m_complete || m_items.knownEmpty()) || !m_waiting.empty();
        giveUpWaiting();
        co_await m_pulling.allEnded();
    }
    /// Throws what stopped the run.
    void rethrow() const
    {
        m_failure.rethrow();
        if (m_leftAlone)
            throw Cancelled();
    }
    const std::vector<std::size_t> &sizes() const noexcept { return m_sizes; }

    std::vector<NotVoid<T>> takeValues()
    {
        std::vector<NotVoid<T>> values;
        values.reserve(m_pieces.size());
        for (Piece &piece : m_pieces)
            values.push_back(std::move(*piece.outcome.value));
        return values;
    }
    std::vector<TaskResult<T>> takeResults()
    {
        std::vector<TaskResult<T>> results;
        results.reserve(m_pieces.size());
        for (Piece &piece : m_pieces)
            results.emplace_back(std::string(), std::move(piece.outcome), piece.started, piece.ended);
        return results;
    }

private:
    struct Piece {
        Outcome<T> outcome;
        std::chrono::nanoseconds started{}, ended{};
    };
    struct Waiting {
        Item item;
        Span span;
        WaitReason reason = WaitReason::None; ///< What it has been reported to wait for.
        bool forPause = false;                ///< The batch before was over when it came.
    };

    bool isFull() { return m_complete || m_waiting.size() >= std::size_t(m_pacing.limits().size()); }
    TimedWait changed(std::optional<std::chrono::nanoseconds> until)
    {
        return TimedWait(m_pacing.limits().waiters(), "the next batch", until, m_stop.token());
    }

    auto pull()
    {
        auto pulling = m_items.next(m_stop.token());
        if constexpr (!isImmediate<decltype(pulling)>)
            label();
        return pulling;
    }
    template <class Pulled>
    void add(Pulled item)
    {
        if (!item.has_value() || m_stop.requested()) {
            m_complete = !item.has_value();
            return;
        }
        const Span span = [&] {
            if constexpr (HasSpan<Item>)
                return item->span();
            else
                return currentSpan();
        }();
        m_waiting.push_back(Waiting{std::move(*item), span});
    }
    /// Takes the items as they come.
    Job pullAll()
    {
        const ContextGuard own;
        std::exception_ptr error;
        try {
            while (!m_complete && !m_stop.requested()) {
                auto pulling = m_items.next(m_stop.token());
                auto item = co_await pulling;
                own.restore();
                add(std::move(item));
                if (m_pacing.running() || m_pacing.isPaused() || !isFull())
                    label();
                if (isFull())
                    wakeAll(m_pacing.limits().waiters());
            }
        } catch (...) {
            error = std::current_exception();
        }
        own.restore();
        if (error && !(m_stop.requested() && isCancelled(error)))
            m_failure.record(error, m_pieces.size());
        wakeAll(m_pacing.limits().waiters());
        m_pulling.ended();
    }

    /// Reports what those who wait are waiting for now.
    void label()
    {
        if (!report::observed())
            return;
        const bool paused = !m_pacing.running() && m_pacing.isPaused();
        const WaitReason reason = m_pacing.running() || paused ? WaitReason::Batch : WaitReason::Collect;
        // They wait for the same, so that only those who came since are told: all of them with each that comes would be quadratic.
        if (reason != m_labelledFor)
            m_labelled = 0;
        m_labelledFor = reason;
        for (; m_labelled < m_waiting.size(); ++m_labelled) {
            Waiting &waiting = m_waiting[m_labelled];
            if (waiting.reason == reason)
                continue;
            const SpanScope scope(waiting.span);
            endWait(waiting, GoHow::Granted);
            report::wait(m_part, reason, paused ? std::optional(m_pacing.earliest()) : std::nullopt, std::uint32_t(m_labelled));
            waiting.reason = reason;
            waiting.forPause = paused;
        }
    }
    void endWait(Waiting &waiting, GoHow how)
    {
        if (how == GoHow::Granted && waiting.forPause)
            how = GoHow::Elapsed;
        if (waiting.reason != WaitReason::None)
            report::go(m_part, how, waiting.reason == WaitReason::Batch && how == GoHow::Granted ? m_pacing.last() : 0, waiting.reason);
        waiting.reason = WaitReason::None;
        waiting.forPause = false;
    }
    void giveUpWaiting()
    {
        for (Waiting &waiting : m_waiting) {
            const SpanScope scope(waiting.span);
            endWait(waiting, GoHow::Cancelled);
        }
        m_waiting.clear();
        m_labelled = 0;
    }

    void startBatch()
    {
        const std::size_t count = std::min(m_waiting.size(), std::size_t(m_pacing.limits().size()));
        m_pacing.started();
        m_sizes.push_back(count);
        for (std::size_t i = 0; i < count && !m_stop.requested(); ++i) {
            Waiting next = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_labelled -= m_labelled > 0;
            const ContextGuard guard;
            thread.context.span = next.span;
            endWait(next, GoHow::Granted);
            m_join.started();
            const std::size_t index = m_pieces.size();
            runItem(std::move(next.item), m_pieces.emplace_back(), index);
        }
    }
    Job runItem(Item item, Piece &piece, std::size_t index)
    {
        const ContextGuard own;
        const std::shared_ptr<ClockHandle> clock = Clock::current().handle();
        piece.started = piece.ended = clock->clock->now();
        try {
            auto begun = [&] {
                if constexpr (std::same_as<F, RunsItself>)
                    return begin(item, m_stop.token());
                else
                    return begin(m_function, m_stop.token(), std::move(item));
            }();
            if constexpr (std::is_void_v<T>) {
                co_await begun;
                piece.outcome.value.emplace();
            } else {
                piece.outcome.value.emplace(co_await begun);
            }
        } catch (...) {
            piece.outcome.error = std::current_exception();
        }
        own.restore();
        if (clock->clock)
            piece.ended = clock->clock->now();
        if (!safe && piece.outcome.error)
            m_failure.record(piece.outcome.error, index);
        m_pacing.pieceEnded();
        m_join.ended();
    }

    Puller m_items;
    F m_function;
    BatchPacing m_pacing;
    bool m_pullAhead;
    Part m_part;
    LinkedStop m_stop;
    FirstFailure m_failure;
    Join m_join, m_pulling;
    std::deque<Waiting> m_waiting;
    std::size_t m_labelled = 0; ///< So many in front have been reported to wait…
    WaitReason m_labelledFor = WaitReason::None; ///< …for this.
    std::deque<Piece> m_pieces; ///< In input order; they stay where they are.
    std::vector<std::size_t> m_sizes;
    bool m_complete = false;  ///< The source has no more.
    bool m_leftAlone = false; ///< Something was not started.
};

} // namespace asyncade::detail
