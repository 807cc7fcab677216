// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/detached_work.h>
#include <asyncade/detail/runs_already.h>

#include <concepts>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace asyncade {

template <class W>
class Abandonable;

namespace detail {
template <class W>
inline constexpr bool startsAgain<Abandonable<W>> = startsAgain<W> && std::copy_constructible<W>;
template <class W>
inline constexpr bool runsAlready<Abandonable<W>> = runsAlready<W>;
}

/// Work that may be let go; made by `abandonable`. An operation that can be started again if what it holds can, which it then
/// copies for each start; a task can be waited for once.
template <class W>
class Abandonable {
public:
    /// \internal
    Abandonable(W work, std::function<void()> hook) : m_work(std::move(work)), m_hook(std::move(hook)) {}

    /// Starts it; stopping `token` lets it go.
    [[nodiscard("await it: a dropped task loses its error")]]
    QCoro::Task<detail::ValueOf<W>> operator()(std::stop_token token)
    {
        if constexpr (detail::startsAgain<Abandonable>)
            return detail::runAbandonable<W>("abandonable", m_work, m_hook, std::move(token));
        else
            return detail::runAbandonable<W>("abandonable", std::move(m_work), std::move(m_hook), std::move(token));
    }

    /// \internal What it holds no more, in words.
    const char *missing() const noexcept { return detail::missing(m_work); }

private:
    W m_work;
    std::function<void()> m_hook;
};

/// Work that a helper may let go instead of waiting for its end: for foreign tasks and operations that obey no token.
///
/// When it is stopped, `hook` runs (to abort the reply, say), the helper goes on with `Cancelled` or its timeout, and the work is
/// kept until it ends by itself. Its late value is destroyed, its late error goes to the error hook; so does an error that `hook` throws.
/// So the work must own everything that it touches: no references to the caller's locals.
/// Throws std::invalid_argument for an empty task or function.
///
///     auto page = co_await withTimeout(abandonable(download(url), abort), 1s);
template <class W, std::convertible_to<std::function<void()>> Hook = std::function<void()>>
    requires(detail::Work<std::decay_t<W>> && (!std::is_lvalue_reference_v<W> || !detail::isTask<std::decay_t<W>>))
[[nodiscard("give it to a helper: it starts nothing by itself")]]
auto abandonable(W &&work, Hook &&hook = {})
{
    detail::checkCallable<W>();
    detail::checkCallable<Hook>();
    detail::checkWork("abandonable", work);
    return Abandonable<std::decay_t<W>>(std::forward<W>(work), std::forward<Hook>(hook));
}

namespace detail {
template <class W>
inline constexpr bool ownsSafely<Abandonable<W>> = true;
}

} // namespace asyncade
