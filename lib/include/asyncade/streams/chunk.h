// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/deadline.h>
#include <asyncade/detail/produced_state.h>
#include <asyncade/detail/saturating.h>
#include <asyncade/duration.h>
#include <asyncade/streams/stream.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace asyncade {

namespace detail {

/// A chunk that grows, and the error that comes behind it.
template <class T>
class Chunk {
public:
    explicit Chunk(std::size_t size) : m_size(size) {}
    /// An error that nobody has read is not lost.
    ~Chunk() { reportError("stream", {}, 0, m_error); }
    Chunk(const Chunk &) = delete;
    Chunk &operator=(const Chunk &) = delete;
    bool empty() const noexcept { return m_items.empty(); }
    bool isFull() const noexcept { return m_items.size() >= m_size; }
    void add(T item) { m_items.push_back(std::move(item)); }
    void failBehind(std::exception_ptr error) noexcept { m_error = std::move(error); }
    bool failed() const noexcept { return m_error != nullptr; }
    /// The chunk; nothing at the end. Throws the error once nothing is left before it.
    std::optional<std::vector<T>> take()
    {
        if (!m_items.empty())
            return std::exchange(m_items, {});
        if (m_error)
            std::rethrow_exception(std::exchange(m_error, nullptr));
        return std::nullopt;
    }

private:
    std::size_t m_size;
    std::vector<T> m_items;
    std::exception_ptr m_error;
};

/// Tells an observer that whoever pulls waits for more to share its chunk.
class CollectWait {
public:
    explicit CollectWait(Part part) noexcept : m_part(part) {}
    void begin(std::optional<std::chrono::nanoseconds> until = {})
    {
        if (!std::exchange(m_begun, true))
            report::wait(m_part, WaitReason::Collect, until);
    }
    void end(GoHow how)
    {
        if (std::exchange(m_begun, false))
            report::go(m_part, how, 0, WaitReason::Collect);
    }

private:
    Part m_part;
    bool m_begun = false;
};

/// Whether awaiting it will not wait, as far as that can be told without awaiting it.
template <class P>
bool isThere(const P &pulling)
{
    if constexpr (requires { pulling.isReady(); })
        return pulling.isReady();
    else
        return isImmediate<P>;
}

template <class S>
class ChunkState : public PullState {
public:
    using Item = std::vector<ItemOf<S>>;
    ChunkState(S &&source, std::int64_t size, Part part)
        : m_source(std::forward<S>(source)), m_chunk(std::size_t(size)), m_part(part)
    {
    }

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<ChunkState> state, std::stop_token outer)
    {
        const ContextGuard own;
        const Turn turn(*state, std::move(outer));
        CollectWait collecting(state->m_part);
        std::exception_ptr error;
        try {
            while (state->m_source && !state->m_chunk.isFull() && !state->m_chunk.failed()) {
                auto pulling = state->m_source.next(turn.token());
                if (!state->m_chunk.empty() && !isThere(pulling))
                    collecting.begin();
                auto item = co_await pulling;
                own.restore();
                if (!item.has_value())
                    break;
                state->m_chunk.add(std::move(*item));
            }
        } catch (...) {
            error = std::current_exception();
        }
        own.restore();
        collecting.end(error && turn.stopped() ? GoHow::Cancelled : GoHow::Granted);
        if (error && turn.stopped())
            std::rethrow_exception(error); // What is there waits for the next pull.
        if (error)
            state->m_chunk.failBehind(std::move(error));
        else if (!state->m_chunk.isFull() && !state->m_chunk.failed())
            state->m_source.drop();
        co_return state->m_chunk.take();
    }

private:
    HeldSource<S> m_source;
    Chunk<ItemOf<S>> m_chunk;
    Part m_part;
};

template <class S>
class TimedChunkState : public ProducedState<ItemOf<S>> {
    using Base = ProducedState<ItemOf<S>>;

public:
    using Item = std::vector<ItemOf<S>>;
    TimedChunkState(S &&source, std::int64_t size, std::chrono::nanoseconds within, Part part)
        : Base(std::size_t(size), part), m_source(std::forward<S>(source)), m_chunk(std::size_t(size)), m_part(part), m_within(within)
    {
    }

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<TimedChunkState> state, std::stop_token outer)
    {
        const ContextGuard own;
        Base::beginProducing(state);
        CollectWait collecting(state->m_part);
        GoHow how = GoHow::Granted;
        while (state->isAlive() && !state->m_chunk.isFull() && !state->m_chunk.failed()) {
            std::optional<typename Base::Piece> piece = state->channel().tryNext();
            if (!piece) {
                const auto now = Clock::current().now();
                if (!state->m_chunk.empty() && now >= state->m_until) {
                    how = GoHow::Elapsed;
                    break;
                }
                LinkedStop stop(outer);
                std::optional<Deadline> deadline;
                const bool collects = !state->m_chunk.empty();
                if (collects) {
                    deadline.emplace(Clock::current(), state->m_until - now, stop, StopCause{.reason = StopReason::Deadline});
                    collecting.begin(state->m_until);
                }
                std::exception_ptr error;
                try {
                    const auto receiving = collects ? state->channel().nextUnobserved(stop.token()) : state->channel().next(stop.token());
                    piece = co_await receiving;
                } catch (...) {
                    error = std::current_exception();
                }
                own.restore();
                const bool isLate = deadline && deadline->hasPassed();
                if (error && !isLate) {
                    collecting.end(GoHow::Cancelled);
                    std::rethrow_exception(error); // What is there waits for the next pull.
                }
                if (!piece) { // Time is up, or this is the end.
                    how = isLate ? GoHow::Elapsed : GoHow::Granted;
                    break;
                }
            }
            if (auto *error = std::get_if<1>(&*piece)) {
                state->m_chunk.failBehind(std::move(*error));
                break;
            }
            if (state->m_chunk.empty())
                state->m_until = plus(Clock::current().now(), state->m_within);
            state->m_chunk.add(std::get<0>(std::move(*piece)));
        }
        collecting.end(how);
        co_return state->m_chunk.take();
    }

private:
    friend Base;
    static void start(const std::shared_ptr<TimedChunkState> &state) { Base::produce(state, state->m_source); }
    auto accept(ItemOf<S> item, std::stop_token token)
    {
        return this->channel().send(typename Base::Piece(std::in_place_index<0>, std::move(item)), std::move(token));
    }

    HeldSource<S> m_source;
    Chunk<ItemOf<S>> m_chunk;
    Part m_part;
    std::chrono::nanoseconds m_within;
    std::chrono::nanoseconds m_until{}; ///< When the chunk that grows is given, full or not.
};

inline void checkChunk(std::int64_t size)
{
    if (size < 1)
        throwInvalid("chunk", "a size of at least 1", std::to_string(size));
}
inline void checkChunk(std::int64_t size, std::chrono::nanoseconds within)
{
    checkChunk(size);
    if (within.count() < 0)
        throwInvalid("chunk", "a time of at least 0", durationText(within));
}

} // namespace detail

/// Vectors of `size` items; the last may be shorter. An error comes behind the items before it, which are given as a chunk.
/// Throws std::invalid_argument unless `size` is at least 1. An observer is told that whoever pulls waits for more to share the chunk
/// (reason collect); `part` is what it is told of.
///
///     -a--b--c--d--e--|
///     chunk(2)
///     ----[ab]-----[cd]-----([e]|)
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto chunk(S &&source, std::int64_t size, Part part = {})
{
    detail::checkSource<S>();
    detail::checkChunk(size);
    return detail::makeStream<detail::ChunkState<S>>(std::forward<S>(source), size, part);
}
/// The same behind a bar: `source | chunk(10)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto chunk(std::int64_t size, Part part = {})
{
    detail::checkChunk(size);
    return detail::Adaptor([=]<class S>(S &&source) { return chunk(std::forward<S>(source), size, part); });
}

/// By size or time, whichever is first: a chunk that is not full is given `within` after its first item was taken; one that comes at
/// that very instant is in it. The source runs ahead by up to `size` items.
///
///     -a--b--c------d--|
///     chunk(3, 40ms)
///     -----[ab]-----[c]-----([d]|)
template <class S>
    requires detail::SourceOrRef<S>
[[nodiscard("take from it: nothing is pulled before")]]
auto chunk(S &&source, std::int64_t size, Duration within, Part part = {})
{
    detail::checkSource<S>();
    detail::checkChunk(size, within);
    return detail::makeStream<detail::TimedChunkState<S>>(std::forward<S>(source), size, within, part);
}
/// The same behind a bar: `source | chunk(10, 50ms)`.
[[nodiscard("take from it: nothing is pulled before")]]
inline auto chunk(std::int64_t size, Duration within, Part part = {})
{
    detail::checkChunk(size, within);
    return detail::Adaptor([=]<class S>(S &&source) { return chunk(std::forward<S>(source), size, within, part); });
}

} // namespace asyncade
