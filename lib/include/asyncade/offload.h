// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/detail/offload_work.h>
#include <asyncade/parallel_map.h>

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <ranges>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade {

/// Lets work on another thread say how far it is. Cheap to copy; may be called from any thread, also after the work has ended.
class Progress {
public:
    /// \internal
    explicit Progress(std::shared_ptr<detail::OffloadLine> line) noexcept : m_line(std::move(line)) {}
    /// `total` 0: unknown. Only the newest report is delivered, however many are made in between.
    void report(std::int64_t done, std::int64_t total = 0) const { m_line->tell({done, total}); }

private:
    std::shared_ptr<detail::OffloadLine> m_line;
};

/// Told of progress on the thread and in the context of whoever awaits the work.
using OnProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// What is optional about `offloadMap`.
struct OffloadMapOptions {
    int maxConcurrency = 0; ///< At most so many at a time; 0 = as many as the pool has threads.
    Part part{};            ///< What an observer is told of: the slots.
};
static_assert(std::is_trivially_destructible_v<OffloadMapOptions>);

namespace detail {

template <class F, class... Args>
concept TakesProgress = std::invocable<F &, Args..., std::stop_token, Progress>;
template <class F, class... Args>
concept OffloadFunction = TakesProgress<F, Args...> || TakesToken<F, Args...> || std::invocable<F &, Args...>;

template <class F, class... Args>
decltype(auto) callOffloaded(F &f, const std::stop_token &token, const std::shared_ptr<OffloadLine> &line, Args &&...args)
{
    if constexpr (TakesProgress<F, Args...>)
        return std::invoke(f, std::forward<Args>(args)..., token, Progress(line));
    else if constexpr (TakesToken<F, Args...>)
        return std::invoke(f, std::forward<Args>(args)..., token);
    else
        return std::invoke(f, std::forward<Args>(args)...);
}
template <class F, class... Args>
using OffloadValue = std::remove_cvref_t<decltype(callOffloaded(std::declval<F &>(), std::declval<const std::stop_token &>(),
                                                                std::declval<const std::shared_ptr<OffloadLine> &>(), std::declval<Args>()...))>;

/// Refuses a coroutine: it would begin on one thread and go on, unguarded, on another.
template <class T>
constexpr void checkOffloaded()
{
    static_assert(!Awaitable<T>, "offload needs a plain function: a coroutine belongs to one thread, and awaiting it frees that already");
}

/// Progress within an item has nobody to be told.
template <class F, class Item>
inline constexpr bool takesOffloadedItem = !TakesProgress<F, const Item &> && (TakesToken<F, const Item &> || std::invocable<F &, const Item &>);

template <class F>
class OffloadWork final : public OffloadTask {
public:
    using T = OffloadValue<F>;
    OffloadWork(F &function, std::stop_token token) : OffloadTask(std::move(token)), m_function(function) {}
    ~OffloadWork() override { stopAndJoin(); }
    OffloadWork(const OffloadWork &) = delete;
    OffloadWork &operator=(const OffloadWork &) = delete;
    Outcome<T> outcome;

private:
    void execute(const std::stop_token &token, const std::shared_ptr<OffloadLine> &line) override
    {
        try {
            if constexpr (std::is_void_v<T>) {
                callOffloaded(m_function, token, line);
                outcome.value.emplace();
            } else {
                outcome.value.emplace(callOffloaded(m_function, token, line));
            }
        } catch (...) {
            outcome.error = std::current_exception();
        }
    }

    F &m_function;
};

template <class F>
QCoro::Task<OffloadValue<F>> runOffload(F function, OnProgress onProgress, std::stop_token token)
{
    const ContextGuard own;
    if (token.stop_requested())
        throw Cancelled();
    const Clock::OutsideWork outside(Clock::current());
    OffloadWork<F> work(function, std::move(token));
    std::exception_ptr failure; // Of onProgress.
    work.start();
    for (;;) {
        const OffloadNews news(work.line(), outside);
        const bool clockLives = co_await news;
        own.restore();
        if (!clockLives) {
            work.stopAndJoin(); // Nobody will be resumed any more: the thread must not outlive what it uses.
            break;
        }
        if (work.stopRequested() && work.takeBack())
            break;
        const OffloadLine::News arrived = work.line().take();
        if (arrived.progress && onProgress && !failure) {
            try {
                onProgress(arrived.progress->done, arrived.progress->total);
            } catch (...) {
                failure = std::current_exception();
                work.requestStop();
            }
            own.restore();
        }
        if (arrived.ended)
            break;
    }
    if (failure) {
        reportError("offload", {}, 0, work.outcome.error);
        std::rethrow_exception(failure);
    }
    if (!work.begun())
        throw Cancelled(work.cause());
    if constexpr (std::is_void_v<OffloadValue<F>>)
        work.outcome.take();
    else
        co_return work.outcome.take();
}

/// What the items of one offloadMap share.
template <class F>
struct OffloadMapping {
    OffloadMapping(F f, OnProgress progress, std::int64_t count) : function(std::move(f)), onProgress(std::move(progress)), total(count) {}
    void itemEnded()
    {
        ++done;
        if (onProgress)
            onProgress(done, total);
    }
    F function;
    OnProgress onProgress;
    std::int64_t done = 0, total = 0;
};

/// The function with one item, for the pool.
template <class F, class Item>
class OffloadedItem {
public:
    using T = OffloadValue<F, const Item &>;
    OffloadedItem(F &function, Item item) : m_function(&function), m_item(std::move(item)) {}
    T operator()(std::stop_token token) { return callOffloaded<F, const Item &>(*m_function, token, {}, m_item); }

private:
    F *m_function;
    Item m_item;
};

template <class F, class Item>
QCoro::Task<typename OffloadedItem<F, Item>::T> offloadItem(std::shared_ptr<OffloadMapping<F>> mapping, Item item, std::stop_token token)
{
    const ContextGuard own;
    auto running = runOffload(OffloadedItem<F, Item>(mapping->function, std::move(item)), {}, std::move(token));
    if constexpr (std::is_void_v<typename OffloadedItem<F, Item>::T>) {
        co_await running;
        own.restore();
        mapping->itemEnded();
    } else {
        auto value = co_await running;
        own.restore();
        mapping->itemEnded();
        co_return value;
    }
}

/// What mapParallel calls for each item.
template <class F, class Item>
class OffloadItems {
public:
    explicit OffloadItems(std::shared_ptr<OffloadMapping<F>> mapping) : m_mapping(std::move(mapping)) {}
    auto operator()(Item item, std::stop_token token) const { return offloadItem<F, Item>(m_mapping, std::move(item), std::move(token)); }

private:
    std::shared_ptr<OffloadMapping<F>> m_mapping;
};

/// The limit that `maxConcurrency` means; throws std::invalid_argument when it is negative.
int offloadLimit(int maxConcurrency);

template <class R>
std::int64_t sizeIfKnown(R &range)
{
    if constexpr (std::ranges::sized_range<R>)
        return std::int64_t(std::ranges::size(range));
    else
        return 0;
}

template <class S, class F>
auto startOffloadMap(S &&items, F &&f, const OffloadMapOptions &options, OnProgress onProgress, std::stop_token token)
{
    checkValue<S>();
    checkCallable<F>();
    const int limit = offloadLimit(options.maxConcurrency);
    checkWork("offloadMap", f);
    const ContextGuard guard;
    auto mapping = std::make_shared<OffloadMapping<std::decay_t<F>>>(std::forward<F>(f), std::move(onProgress), sizeIfKnown(items));
    auto puller = makePuller(std::forward<S>(items));
    using Puller = decltype(puller);
    using Item = typename Puller::Item;
    static_assert(takesOffloadedItem<std::decay_t<F>, Item>, "offloadMap calls f(item) or f(item, token): see onProgress for how many items have ended");
    if constexpr (takesOffloadedItem<std::decay_t<F>, Item>) {
        checkOffloaded<OffloadValue<std::decay_t<F>, const Item &>>();
        using Items = OffloadItems<std::decay_t<F>, Item>;
        return mapItems<Puller, Items>(std::move(puller), Items(std::move(mapping)), MapPermits(limit, options.part), false, std::move(token));
    }
}

} // namespace detail

/// Runs `f()`, `f(token)` or `f(token, progress)` on the thread pool that QtConcurrent uses and gives its value, on this thread.
///
/// Nothing of it runs any more when this ends, so `[&]` is safe as long as the captured is not used meanwhile. Stopping `token`: work that
/// has not begun is taken back (`Cancelled`); work that runs is told through its own token and waited for, and what it then gives or
/// throws counts (it may throw `Cancelled`). Errors pass unchanged. At the end of the clock the work is stopped, and the thread
/// blocks until it has ended; so does the destructor of a TaskScope whose child awaits it, after it has stopped the child's token, and it
/// blocks for long when `f` does not look at its own. A virtual clock waits for the work instead of jumping. `f` must be a plain function, no coroutine, and must
/// not use what belongs to one thread: clocks, semaphores, helpers.
///
///     QImage small = co_await offload([&](std::stop_token stop) { return scaled(image, stop); }, token);
template <class F>
    requires detail::OffloadFunction<std::decay_t<F>>
[[nodiscard("await it: a dropped task loses its error")]]
auto offload(F &&f, std::stop_token token = {})
{
    detail::checkCallable<F>();
    detail::checkOffloaded<detail::OffloadValue<std::decay_t<F>>>();
    detail::checkWork("offload", f);
    const detail::ContextGuard guard;
    return detail::runOffload<std::decay_t<F>>(std::forward<F>(f), {}, std::move(token));
}

/// The same; `onProgress(done, total)` is called here, on this thread, with the newest report of the work, and with the last one before
/// the result. If it throws, the work is stopped and waited for, and that error is thrown.
///
///     co_await offload(call(importFile, path), [this](auto done, auto total) { m_bar->setValue(100 * done / total); }, token);
template <class F, class P>
    requires(detail::OffloadFunction<std::decay_t<F>> && std::convertible_to<P, OnProgress> && !std::same_as<std::decay_t<P>, std::stop_token>)
[[nodiscard("await it: a dropped task loses its error")]]
auto offload(F &&f, P &&onProgress, std::stop_token token = {})
{
    detail::checkCallable<F>();
    detail::checkCallable<P>();
    detail::checkOffloaded<detail::OffloadValue<std::decay_t<F>>>();
    detail::checkWork("offload", f);
    const detail::ContextGuard guard;
    return detail::runOffload<std::decay_t<F>>(std::forward<F>(f), OnProgress(std::forward<P>(onProgress)), std::move(token));
}

/// Calls `f(item)` or `f(item, token)` on the pool for each item, at most `maxConcurrency` at a time, and gives the results in input order
/// (nothing for void). `f` is called by several threads at once, on the same object. Pulling, failure and cancellation as with
/// `mapParallel`. Throws std::invalid_argument when `maxConcurrency` is negative.
///
///     std::vector<QImage> thumbnails = co_await offloadMap(files, thumbnail, {.maxConcurrency = 2}, token);
template <class S, class F>
[[nodiscard("await it: a dropped task loses its error")]]
auto offloadMap(S &&items, F &&f, OffloadMapOptions options = {}, std::stop_token token = {})
{
    return detail::startOffloadMap(std::forward<S>(items), std::forward<F>(f), options, OnProgress(), std::move(token));
}
/// The same with a token alone.
template <class S, class F, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
auto offloadMap(S &&items, F &&f, Token token)
{
    return offloadMap(std::forward<S>(items), std::forward<F>(f), OffloadMapOptions(), std::move(token));
}

/// The same; `onProgress(done, total)` is called on this thread when an item has ended; `total` is 0 when the items cannot be counted
/// beforehand.
///
///     co_await offloadMap(files, thumbnail, {}, [this](auto done, auto total) { show(done, total); }, token);
template <class S, class F, class P>
    requires(std::convertible_to<P, OnProgress> && !std::same_as<std::decay_t<P>, std::stop_token>)
[[nodiscard("await it: a dropped task loses its error")]]
auto offloadMap(S &&items, F &&f, OffloadMapOptions options, P &&onProgress, std::stop_token token = {})
{
    detail::checkCallable<P>();
    return detail::startOffloadMap(std::forward<S>(items), std::forward<F>(f), options, OnProgress(std::forward<P>(onProgress)),
                                   std::move(token));
}

} // namespace asyncade
