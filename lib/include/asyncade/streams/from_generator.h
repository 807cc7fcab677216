// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/job.h>
#include <asyncade/error_hook.h>
#include <asyncade/event.h>
#include <asyncade/streams/stream.h>

#include <QCoroAsyncGenerator>

#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace asyncade {

namespace detail {

/// A generator and the step that it is taking, which nobody can stop: it is kept until the step has ended.
template <class T>
class GeneratorState {
public:
    using Item = std::remove_cvref_t<T>;
    explicit GeneratorState(QCoro::AsyncGenerator<T> generator) : m_generator(std::in_place, std::move(generator)) {}
    /// An error that nobody has read is not lost.
    ~GeneratorState() { reportError("fromGenerator", {}, 0, m_error); }
    GeneratorState(const GeneratorState &) = delete;
    GeneratorState &operator=(const GeneratorState &) = delete;
    void abandon() noexcept
    {
        m_abandoned = true;
        m_stepped.reset();
    }

    static QCoro::Task<std::optional<Item>> pull(std::shared_ptr<GeneratorState> state, std::stop_token token)
    {
        const ContextGuard own;
        if (!state->m_generator)
            co_return std::nullopt;
        if (!state->m_stepping && !state->m_stepped->isSet()) {
            state->m_stepping = true;
            step(state);
            own.restore();
        }
        const Event::Waiting waiting = state->m_stepped->wait(std::move(token));
        co_await waiting;
        own.restore();
        state->m_stepped->reset();
        if (state->m_error) {
            state->m_generator.reset();
            std::rethrow_exception(std::exchange(state->m_error, nullptr));
        }
        if (!state->m_item)
            state->m_generator.reset();
        co_return std::exchange(state->m_item, std::nullopt);
    }

private:
    static Job step(std::shared_ptr<GeneratorState> state)
    {
        try {
            if (!state->m_position) {
                auto beginning = state->m_generator->begin();
                state->m_position.emplace(co_await beginning);
            } else {
                auto advancing = ++*state->m_position;
                co_await advancing;
            }
            if (*state->m_position != state->m_generator->end())
                state->m_item.emplace(**state->m_position);
        } catch (...) {
            state->m_error = std::current_exception();
        }
        state->m_stepping = false;
        if (!state->m_abandoned)
            state->m_stepped->set();
    }

    std::optional<QCoro::AsyncGenerator<T>> m_generator; ///< Nothing at the end.
    std::optional<typename QCoro::AsyncGenerator<T>::iterator> m_position;
    std::optional<Item> m_item;
    std::exception_ptr m_error;
    std::optional<Event> m_stepped{std::in_place, "a generator"};
    bool m_stepping = false;
    bool m_abandoned = false;
};

} // namespace detail

/// The items of a QCoro generator as a source. Stopping the token of `next` ends the waiting; the generator, which takes no token, goes
/// on to its next item, which is given to whoever asks next. Destroyed meanwhile, the generator is kept until then: destroying one
/// that is suspended in a `co_await` would leave its resumption dangling.
///
///     auto pages = fromGenerator(fetchAll(url)) | take(3);
template <class T>
[[nodiscard("take from it: nothing is pulled before")]]
auto fromGenerator(QCoro::AsyncGenerator<T> generator)
{
    return detail::makeStream<detail::GeneratorState<T>>(std::move(generator));
}

} // namespace asyncade
