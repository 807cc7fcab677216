// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/join.h>
#include <asyncade/detail/puller.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/semaphore.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

/// What is optional about `mapParallel`.
struct ParallelMapOptions {
    /// At most so many at a time; at least 1.
    int maxConcurrency = 10;
    /// Pull items as they come instead of when a slot is free: each then waits for its slot by itself, first come, first served.
    /// Needed by sources that must be emptied at their own pace, and to see on a timeline who waits.
    bool pullAhead = false;
    /// With somebody's semaphore and pullAhead: nobody else waits for its permits while the map runs. Items that wait far behind then
    /// cost a tenth of the memory; somebody else who came later would go in before them.
    bool exclusive = false;
    /// What an observer is told of: the slots.
    Part part{};
};
static_assert(std::is_trivially_destructible_v<ParallelMapOptions>);

namespace detail {

/// The semaphore that a map uses: its own, or somebody's.
class MapPermits {
public:
    explicit MapPermits(int limit, Part part) : m_own(std::make_unique<Semaphore>(limit, "mapParallel", part)), m_permits(m_own.get()) {}
    explicit MapPermits(Semaphore &semaphore, bool exclusive) : m_permits(&semaphore), m_areShared(!exclusive) {}
    Semaphore &operator*() const noexcept { return *m_permits; }
    /// Somebody else may wait for these permits, too.
    bool areShared() const noexcept { return m_areShared; }

private:
    std::unique_ptr<Semaphore> m_own;
    Semaphore *m_permits;
    bool m_areShared = false;
};

/// One run of mapParallel: what its items share.
template <class F, class Item>
class Mapping {
public:
    using T = ValueOf<F, Item>;
    Mapping(F f, MapPermits semaphore, std::stop_token outer)
        : m_function(std::move(f)), m_permits(std::move(semaphore)), m_stop(std::move(outer)), m_token(m_stop.token())
        , m_failure("mapParallel", m_stop)
    {
    }

    Semaphore::Acquire slot(bool isTold = false) { return isTold ? (*m_permits).acquireTold(m_token) : (*m_permits).acquire(m_token); }
    /// A slot if one is free now: without an awaiter, which would copy the token.
    Permit slotAtOnce()
    {
        if (Clock::current().ended()) // Let slot() refuse it.
            return {};
        std::optional<Permit> permit = (*m_permits).tryAcquire();
        return permit ? std::move(*permit) : Permit();
    }
    const std::stop_token &token() const noexcept { return m_token; }
    bool stopped() const noexcept { return m_stop.requested(); }
    Join::End allEnded() noexcept { return m_join.allEnded(); }
    void fail(std::exception_ptr error) { m_failure.record(std::move(error), m_count); }
    void rethrow() const { m_failure.rethrow(); }

    /// Starts the next item; without a permit the item waits for one by itself.
    void start(Item item, Permit permit)
    {
        const ContextGuard guard;
        if constexpr (HasSpan<Item>)
            thread.context.span = item.span();
        m_join.started();
        const std::size_t index = m_count++;
        if (permit)
            runItem(std::move(item), std::move(permit), index);
        else if (m_permits.areShared() || (m_behind.empty() && m_atDoor < mostAtDoor()))
            runOnceFree(std::move(item), index, false);
        else
            waitBehind(std::move(item), index);
    }
    std::vector<std::optional<NotVoid<T>>> &results() noexcept { return m_results; }

private:
    /// In a frame of its own: the place for a wait for a permit takes as much as everything else, and most items have no use for it.
    Job runOnceFree(Item item, std::size_t index, bool isTold)
    {
        ++m_atDoor;
        bool atDoor = true;
        try {
            const Semaphore::Acquire waiting = slot(isTold);
            Permit permit = co_await waiting;
            --m_atDoor;
            atDoor = false;
            runItem(std::move(item), std::move(permit), index);
            letNextToTheDoor();
        } catch (...) {
            m_atDoor -= atDoor;
            const std::exception_ptr error = std::current_exception();
            m_failure.record(error, index);
            m_join.ended();
            giveUpBehind(error);
        }
    }

    /// An item that waits, but not yet in a frame of its own: a million of them take a tenth of the memory. Only where nobody else
    /// waits for the permits, whose place in the line it would lose.
    struct Behind {
        Item item;
        std::size_t index;
    };
    /// So many wait at the semaphore itself: all permits that are out can come back before one who was let go gets to run.
    std::size_t mostAtDoor() const { return std::size_t(std::max(64, (*m_permits).limit())); }

    void waitBehind(Item item, std::size_t index)
    {
        report::wait(m_part, WaitReason::Slot, {}, std::uint32_t((*m_permits).waiting() + m_behind.size()));
        m_behind.push_back({std::move(item), index});
    }
    /// Whoever leaves the door lets the next ones come. One who would get a permit at once has to wait until all at the door have left,
    /// which came earlier; then they go in by this loop, not in each other's arms.
    void letNextToTheDoor()
    {
        if (std::exchange(m_isLetting, true))
            return;
        while (!m_behind.empty() && !m_stop.requested()) {
            const bool goesInAtOnce = (*m_permits).available() > 0;
            if (m_atDoor > 0 && (goesInAtOnce || m_atDoor >= mostAtDoor()))
                break;
            Behind next = std::move(m_behind.front());
            m_behind.pop_front();
            const ContextGuard guard;
            thread.context = m_context;
            if constexpr (HasSpan<Item>)
                thread.context.span = next.item.span();
            runOnceFree(std::move(next.item), next.index, true);
        }
        m_isLetting = false;
        if (m_stop.requested() && !m_behind.empty())
            giveUpBehind(std::make_exception_ptr(Cancelled()));
    }
    /// The map is stopped, or its semaphore has died: nobody will come to the door any more.
    void giveUpBehind(const std::exception_ptr &error)
    {
        while (!m_behind.empty()) {
            const Behind last = std::move(m_behind.front());
            m_behind.pop_front();
            const ContextGuard guard;
            thread.context = m_context;
            if constexpr (HasSpan<Item>)
                thread.context.span = last.item.span();
            report::go(m_part, GoHow::Cancelled, 0, WaitReason::Slot);
            m_failure.record(error, last.index);
            m_join.ended();
        }
    }
    /// Its frame is what an item in flight costs: whatever need not live through the wait has its place elsewhere.
    Job runItem(Item item, Permit permit, std::size_t index)
    {
        const ItemContext own;
        try {
            auto begun = beginItem(item);
            if constexpr (std::is_void_v<T>)
                co_await begun;
            else
                keep(index, co_await begun);
        } catch (...) {
            own.restore(*this);
            m_failure.record(std::current_exception(), index);
        }
        own.restore(*this);
        permit.release(); // After the work has ended, whatever its caller did meanwhile.
        m_join.ended();
    }
    /// What an item's context is put back from: the map's, unless the item says whose it is.
    struct CommonContext {
        void restore(const Mapping &mapping) const noexcept { thread.context = mapping.m_context; }
    };
    struct OwnContext : ContextGuard {
        void restore(const Mapping &) const noexcept { ContextGuard::restore(); }
    };
    using ItemContext = std::conditional_t<HasSpan<Item>, OwnContext, CommonContext>;

    auto beginItem(Item &item)
    {
        if constexpr (MakesLoneAwaiter<BegunType<F, Item>>)
            return begin(m_function, m_token, std::move(item)).operator co_await();
        else
            return begin(m_function, m_token, std::move(item));
    }
    template <class Value>
    void keep(std::size_t index, Value &&value)
    {
        if (m_results.size() <= index)
            m_results.resize(index + 1);
        m_results[index].emplace(std::forward<Value>(value));
    }

    const Context m_context = thread.context;
    F m_function;
    MapPermits m_permits;
    LinkedStop m_stop;
    const std::stop_token m_token; ///< Copying it takes atomic operations, as long as a resumption.
    FirstFailure m_failure;
    Join m_join;
    std::size_t m_count = 0;
    const Part m_part = (*m_permits).part();
    std::deque<Behind> m_behind; ///< First come, first served; behind those at the door.
    std::size_t m_atDoor = 0;    ///< Those who wait at the semaphore, or have got a permit there and are not yet resumed.
    bool m_isLetting = false;
    std::vector<std::optional<NotVoid<T>>> m_results;
};

template <class T>
using MapResult = std::conditional_t<std::is_void_v<T>, void, std::vector<NotVoid<T>>>;

template <class Puller, class F>
QCoro::Task<MapResult<ValueOf<F, typename Puller::Item>>> mapItems(Puller items, F f, MapPermits semaphore, bool pullAhead,
                                                                   std::stop_token token)
{
    using Item = typename Puller::Item;
    using T = ValueOf<F, Item>;
    const ContextGuard own;
    Mapping<F, Item> mapping(std::move(f), std::move(semaphore), std::move(token));
    std::exception_ptr error;
    bool complete = false;
    try {
        while (!mapping.stopped()) {
            complete = items.knownEmpty();
            if (complete)
                break;
            Permit permit;
            if (!pullAhead)
                permit = mapping.slotAtOnce();
            if (!pullAhead && !permit) {
                const Semaphore::Acquire waiting = mapping.slot();
                permit = co_await waiting;
                if (mapping.stopped())
                    break;
            }
            auto pulling = items.next(mapping.token());
            auto item = co_await pulling;
            own.restore();
            complete = !item.has_value();
            if (complete || mapping.stopped()) // A source without a token may come with one too late.
                break;
            mapping.start(std::move(*item), std::move(permit));
        }
    } catch (...) {
        error = std::current_exception();
    }
    own.restore();
    // Stopped because an item failed: that failure is the one to tell.
    if (error && !(mapping.stopped() && isCancelled(error)))
        mapping.fail(error);
    co_await mapping.allEnded();
    mapping.rethrow();
    if (error)
        std::rethrow_exception(error);
    if (!complete)
        throw Cancelled();
    if constexpr (!std::is_void_v<T>) {
        std::vector<T> values;
        values.reserve(mapping.results().size());
        for (auto &result : mapping.results())
            values.push_back(std::move(*result));
        co_return values;
    }
}

template <class S, class F>
auto mapWithPermits(S &&items, F &&f, MapPermits semaphore, bool pullAhead, std::stop_token token)
{
    checkValue<S>();
    checkCallable<F>();
    checkWork("mapParallel", f);
    const ContextGuard guard;
    checkItems<S>();
    if constexpr (isSourceOrRange<S>) {
        auto puller = makePuller(std::forward<S>(items));
        using Puller = decltype(puller);
        checkTakesItem<F, typename Puller::Item>();
        if constexpr (Callable<std::decay_t<F>, typename Puller::Item>)
            return mapItems<Puller, std::decay_t<F>>(std::move(puller), std::forward<F>(f), std::move(semaphore), pullAhead, std::move(token));
    }
}

} // namespace detail

/// Calls `f(item)` or `f(item, token)` for each item, at most `maxConcurrency` at a time, and gives the results in input order
/// (nothing when `f` gives void). Items come from a range or an `AsyncSource` and are pulled only when a slot is free; an lvalue
/// source is referred to, not copied. `f` may return a task, anything awaitable, or a plain value.
///
/// The first failure is thrown unchanged; at that instant nothing more is pulled, calls that take the token are stopped and the
/// others are waited for. Later failures go to the error hook. Stopping `token` does the same and gives `Cancelled`, unless every
/// item had been started and all still end well: then their results count. A slot is free again when the work has ended.
/// Throws std::invalid_argument unless `maxConcurrency` is at least 1 and `f` is no empty function.
///
///     QList<int> ids = {1, 2, 3};
///     std::vector<Page> pages = co_await mapParallel(ids, fetchPage, {.maxConcurrency = 10});
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto mapParallel(S &&items, F &&f, ParallelMapOptions options = {}, std::stop_token token = {})
{
    if (options.maxConcurrency < 1)
        detail::throwInvalid("mapParallel", "maxConcurrency of at least 1", std::to_string(options.maxConcurrency));
    return detail::mapWithPermits(std::forward<S>(items), std::forward<F>(f), detail::MapPermits(options.maxConcurrency, options.part),
                                options.pullAhead, std::move(token));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto mapParallel(S &&items, F &&f, Token token)
{
    return mapParallel(std::forward<S>(items), std::forward<F>(f), ParallelMapOptions(), std::move(token));
}

/// The same with the permits of a semaphore, which must outlive the map: its limit can be changed while the map runs, and several
/// maps can share it. `maxConcurrency` and `part` of the options do not count.
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto mapParallel(S &&items, F &&f, Semaphore &semaphore, ParallelMapOptions options = {}, std::stop_token token = {})
{
    return detail::mapWithPermits(std::forward<S>(items), std::forward<F>(f), detail::MapPermits(semaphore, options.exclusive), options.pullAhead,
                                std::move(token));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto mapParallel(S &&items, F &&f, Semaphore &semaphore, Token token)
{
    return mapParallel(std::forward<S>(items), std::forward<F>(f), semaphore, ParallelMapOptions(), std::move(token));
}

} // namespace asyncade
