// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/channel.h>
#include <asyncade/detail/pull_state.h>
#include <asyncade/error_hook.h>
#include <asyncade/task_scope.h>

#include <QCoroTask>

#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <tuple>
#include <utility>
#include <variant>

namespace asyncade::detail {

/// What a stream shares with producers of its own, which run ahead of it: a channel of items and, at its end, an error. The producers
/// start with the first pull; they are stopped and unwound when the stream is destroyed.
///
/// A derived state gives `start(self)`, which calls `produce` for each source, and `accept(item, token)`, to be awaited.
template <class T>
class ProducedState {
public:
    using Piece = std::variant<T, std::exception_ptr>;

    void abandon() noexcept
    {
        m_scope.reset();
        while (std::optional<Piece> piece = m_channel->tryNext()) { // An error that nobody has read is not lost.
            if (const auto *error = std::get_if<1>(&*piece))
                reportError("stream", {}, 0, *error);
        }
        m_channel.reset();
    }

    template <class State>
    static QCoro::Task<std::optional<T>> pull(std::shared_ptr<State> state, std::stop_token token)
    {
        const ContextGuard own;
        beginProducing(state);
        if (!state->m_channel)
            throw Cancelled({.reason = StopReason::OwnerGone});
        const typename Channel<Piece>::Receiving receiving = state->channel().next(std::move(token));
        auto piece = co_await receiving;
        own.restore();
        if (!piece)
            co_return std::nullopt;
        if (const auto *error = std::get_if<1>(&*piece))
            std::rethrow_exception(*error);
        co_return std::optional<T>(std::get<0>(std::move(*piece)));
    }

protected:
    explicit ProducedState(std::size_t capacity, Part part = {})
        : m_channel(std::in_place, capacity, "a stream", part), m_scope(std::in_place)
    {
    }

    template <class State>
    static void beginProducing(const std::shared_ptr<State> &state)
    {
        if (std::exchange(state->m_started, true))
            return;
        const ContextGuard guard;
        ++state->m_producers; // So that the first one's end, if it comes at once, is not that of all.
        state->start(state);
        state->producerEnded();
    }
    template <class State, class S>
    static void produce(const std::shared_ptr<State> &state, HeldSource<S> &source)
    {
        if (!state->m_scope || state->m_scope->token().stop_requested()) {
            source.drop(); // One before it has failed at once, or destroyed the stream.
            return;
        }
        ++state->m_producers;
        const auto producing = [state, &source](std::stop_token token) { return run(state, &source, std::move(token)); };
        state->m_scope->spawn("a producer of a stream", producing);
    }

    bool isAlive() const noexcept { return m_channel.has_value(); }
    Channel<Piece> &channel() noexcept { return *m_channel; }
    void put(T item) { std::ignore = m_channel->trySend(Piece(std::in_place_index<0>, std::move(item))); }
    /// Ends the stream with an error, behind everything that is there, or waits to be there.
    void fail(std::exception_ptr error)
    {
        m_channel->setCapacity(unbounded);
        std::ignore = m_channel->trySend(Piece(std::in_place_index<1>, std::move(error))); // There is room.
        m_channel->close();
        m_scope->stop();
    }
    /// Nothing more comes from one of the producers, perhaps because of an error. May be hidden by the derived state.
    QCoro::Task<> beforeEnd(std::exception_ptr, std::stop_token) { co_return; }

private:
    template <class State, class S>
    static QCoro::Task<> run(std::shared_ptr<State> state, HeldSource<S> *source, std::stop_token token)
    {
        const ContextGuard own;
        std::exception_ptr error;
        try {
            for (;;) {
                auto pulling = source->next(token);
                auto item = co_await pulling;
                own.restore();
                if (!item.has_value() || token.stop_requested())
                    break;
                auto accepting = state->accept(std::move(*item), token);
                co_await accepting;
                own.restore();
            }
        } catch (...) {
            error = std::current_exception();
        }
        own.restore();
        source->drop();
        if (token.stop_requested()) {
            reportError("stream", {}, 0, error); // Nobody would be given it; a Cancelled is none.
            co_return;
        }
        auto ending = state->beforeEnd(error, token);
        co_await ending;
        own.restore();
        if (error)
            state->fail(std::move(error));
        else
            state->producerEnded();
    }
    void producerEnded()
    {
        if (--m_producers == 0 && m_channel)
            m_channel->close();
    }

    std::optional<Channel<Piece>> m_channel; ///< Nothing once the stream is gone.
    std::optional<TaskScope> m_scope;
    std::size_t m_producers = 0;
    bool m_started = false;
};

} // namespace asyncade::detail
