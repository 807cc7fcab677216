// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/detached_work.h>

#include <concepts>
#include <functional>
#include <stop_token>
#include <utility>

namespace asyncade {

/// Makes the wait for a foreign task obey a token. When `token` is stopped it runs `onAbandon` and throws `Cancelled`; the task is
/// kept until it ends by itself. Its late error goes to the error hook; so does an error that `onAbandon` throws. The task must own everything that it touches.
/// Throws std::invalid_argument when the task is an empty one.
///
///     auto reply = co_await stoppable(download(url), token, [&] { socket->abort(); });
template <class T, std::convertible_to<std::function<void()>> Hook = std::function<void()>>
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<T> stoppable(QCoro::Task<T> task, std::stop_token token, Hook &&onAbandon = {})
{
    detail::checkCallable<Hook>();
    detail::checkWork("stoppable", task);
    const detail::ContextGuard guard;
    return detail::runAbandonable<QCoro::Task<T>>("stoppable", std::move(task), std::forward<Hook>(onAbandon), std::move(token));
}
/// The same with the token last.
template <class T, std::convertible_to<std::function<void()>> Hook, detail::Token Token>
[[nodiscard("await it: a dropped task loses its error")]]
QCoro::Task<T> stoppable(QCoro::Task<T> task, Hook &&onAbandon, Token token)
{
    return stoppable(std::move(task), std::move(token), std::forward<Hook>(onAbandon));
}

} // namespace asyncade
