// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/detached_work.h>

#include <functional>
#include <stop_token>
#include <utility>

namespace asyncade {

/// Makes the wait for a foreign task obey a token. When `token` is stopped it runs `onAbandon` and throws `Cancelled`; the task is
/// kept until it ends by itself, its late error goes to the error hook. The task must own everything that it touches.
///
///     auto reply = co_await stoppable(download(url), token, [&] { socket->abort(); });
template <class T>
QCoro::Task<T> stoppable(QCoro::Task<T> task, std::stop_token token, std::function<void()> onAbandon = {})
{
    const detail::ContextGuard guard;
    return detail::runAbandonable<QCoro::Task<T>>(std::move(task), std::move(onAbandon), std::move(token));
}

} // namespace asyncade
