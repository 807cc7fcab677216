// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/scope_state.h>

#include <memory>
#include <stop_token>
#include <string>
#include <type_traits>
#include <utility>

namespace asyncade {

/// Owns coroutines that nobody awaits, and unwinds them when it is destroyed. Make it the last member of a QObject or widget: then
/// the other members are still alive while the coroutines unwind. (Of several members that run coroutines, a `Debouncer` and a `TaskScope`, say,
/// each comes behind all that its coroutines use.)
///
/// The destructor asks the children to stop and runs them to their ends, without an event loop; it resumes only them and what
/// became ready because of that. A child that is running just then (it has deleted its owner) goes on as an orphan: it must not
/// touch the owner, and its next wait with the token throws `Cancelled`. A child that waits without its token, or in a foreign
/// await, cannot be unwound: it is reported by name and left. So pass the token to every wait. A child that runs an event loop of its own just then
/// is reported, too: when that returns it goes on without its owner.
///
/// Work of a child on another thread (`offload`) is told through its token, and the destructor blocks until it has ended: it may use
/// what is destroyed next. Work that does not look at its token keeps the destructor for as long as it takes. Not waited for is only
/// what a child begins after the stop without the token.
///
/// A child's error goes to the scope's hook, else to the error hook of the library; none is lost. Belongs to one thread.
///
///     class Search : public QWidget {
///         void start() { m_scope.spawn("search", [this](std::stop_token token) { return search(token); }); }
///         asyncade::TaskScope m_scope; // last
///     };
class TaskScope {
public:
    /// `hook` is told of the errors of children; empty: the error hook of the library is.
    explicit TaskScope(ErrorHook hook = {}) : m_state(std::make_shared<detail::ScopeState>(std::move(hook))) {}
    ~TaskScope() { m_state->close(); }
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

    /// Starts an operation on the current clock, or takes over a task that runs already (which can only be waited for).
    /// The operation should take a `std::stop_token`; the scope keeps it, captures included, until it has ended.
    /// Throws `ScopeStopped`, a `Cancelled`, once the scope is stopped, and std::invalid_argument for an empty task or function.
    template <class W>
    void spawn(W &&work)
    {
        spawn(std::string(), std::forward<W>(work));
    }
    /// The same with a name for messages.
    template <class W>
    void spawn(std::string name, W &&work)
    {
        using Owned = std::decay_t<W>;
        detail::checkGivenAway<W>();
        static_assert(detail::Work<Owned>, "spawn needs a callable that starts work, called with nothing or with a std::stop_token, or a QCoro::Task");
        if constexpr (detail::Work<Owned> && !detail::isNamedTask<W>) {
            detail::checkWork("TaskScope", work);
            detail::startChild<Owned>(m_state, std::move(name), std::forward<W>(work));
        }
    }
    /// The same for slots, through which no exception may pass: false when the scope is stopped, or the application has ended, and `work`
    /// is left as it was.
    ///
    ///     connect(button, &QPushButton::clicked, this, [this] { m_scope.trySpawn("save", call(&Window::save, this)); });
    template <class W>
    bool trySpawn(W &&work)
    {
        return trySpawn(std::string(), std::forward<W>(work));
    }
    /// The same with a name for messages.
    template <class W>
    bool trySpawn(std::string name, W &&work)
    {
        if (!m_state->takesChildren())
            return false;
        spawn(std::move(name), std::forward<W>(work));
        return true;
    }

    /// Waits until no child runs any more; those that are spawned meanwhile count too. Throws `Cancelled` when `token` is stopped or
    /// the scope is destroyed. Inside a child of the scope, and in what a child has started, it throws std::logic_error: a child would wait
    /// for its own end.
    detail::ScopeState::Joining join(std::stop_token token = {}) { return {*m_state, std::move(token)}; }
    /// Asks all children to stop; from now on nothing can be spawned.
    void stop() { m_state->requestStop(StopReason::Requested); }
    /// Whether nothing can be spawned any more.
    bool isStopped() const noexcept { return m_state->isStopped(); }
    /// The token that the children get.
    std::stop_token token() const noexcept { return m_state->token(); }
    /// How many children run.
    std::size_t size() const noexcept { return m_state->size(); }

private:
    std::shared_ptr<detail::ScopeState> m_state;
};

} // namespace asyncade
