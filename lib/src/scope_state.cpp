// SPDX-License-Identifier: MIT
#include <asyncade/detail/scope_state.h>

#include <algorithm>
#include <atomic>
#include <list>
#include <set>
#include <stdexcept>

namespace asyncade::detail {

namespace {
std::atomic<std::uint64_t> lastChild = 0;
}

/// Resumes, on one clock, the children of a scope that is being destroyed, and what became ready since the request to stop. A marker
/// in the ready queue tells that apart from what was there before: everybody else's work must not run inside a destructor.
/// When no child moves any more, work on other threads that a child waits for is waited for, blocking: it may use what the owner
/// destroys next. It has been told to stop before, if it was given the token.
class ScopeState::Unwinding {
public:
    Unwinding(ScopeState &scope, Clock &clock) : m_scope(scope), m_clock(clock), m_lastWork(clock.handle()->lastOutsideWork)
    {
        clock.readyQueue().append(m_marker);
    }
    ~Unwinding() { m_marker.unlink(); }
    Unwinding(const Unwinding &) = delete;
    Unwinding &operator=(const Unwinding &) = delete;

    void run()
    {
        resumeOwnFromBefore();
        do {
            while (m_scope.hasUnwindable() && resumeRound()) {
            }
        } while (m_scope.hasUnwindable() && awaitOutsideWork());
    }

private:
    /// Everybody who is ready now; whoever becomes ready meanwhile comes in the next round. Returns whether a child moved: when none
    /// does, the others are no reason to go on, and they might never come to an end.
    bool resumeRound()
    {
        Link end{true};
        m_clock.readyQueue().append(end);
        bool moved = false;
        while (m_scope.hasUnwindable()) {
            Link *link = m_marker.next;
            if (link == &end)
                break;
            if (link->marker) {
                moveMarkerBehind(*link);
                continue;
            }
            auto &wait = static_cast<Wait &>(*link);
            if (ignoresStop(wait)) {
                moveMarkerBehind(*link); // It would come back for ever.
                continue;
            }
            moved |= isOwn(wait);
            if (const std::uint64_t work = wait.outsideWork())
                m_stoppedWork.insert(work);
            m_clock.resume(wait);
        }
        end.unlink();
        return moved;
    }
    /// Blocks until there is news of such work, of whichever piece it is: one may wait for what a child does at the end of another. Whoever
    /// waits for it is ready then. False: there is none.
    bool awaitOutsideWork()
    {
        const ReadyQueue &suspended = m_clock.suspended();
        for (Link *link = suspended.first(); link; link = suspended.after(*link)) {
            if (waitsForOurWork(static_cast<Wait &>(*link))) {
                m_clock.awaitStopped([this](const StoppableWait &stopped) { return isOwn(stopped) || waitsForOurWork(stopped); });
                return true;
            }
        }
        return false;
    }
    /// Work of a child, or of a task that the stop has reached: a child may await that. Work that began after the request has no token
    /// of the scope, and there might be more of it for ever.
    bool waitsForOurWork(const Wait &wait) const
    {
        const std::uint64_t work = wait.outsideWork();
        if (work == 0 || work > m_lastWork)
            return false;
        return m_stoppedWork.contains(work) || (isOwn(wait) && !isRunning(wait.context().child));
    }
    bool isOwn(const Wait &wait) const { return m_scope.m_children.contains(wait.context().child); }
    bool ignoresStop(const Wait &wait) const { return isOwn(wait) && !wait.isInternal() && !wait.obeysToken(); }

    /// Children that were ready when the request came.
    void resumeOwnFromBefore()
    {
        ReadyQueue own;
        Link *link = m_clock.readyQueue().first();
        // Those behind the marker are new; reaching one of them means that nothing older is left.
        Link *const newest = m_clock.readyQueue().after(m_marker);
        while (link && link != newest) {
            Link *next = m_clock.readyQueue().after(*link);
            if (isOwn(static_cast<Wait &>(*link))) {
                link->unlink();
                own.append(*link);
            }
            link = next;
        }
        while (Link *ready = own.first())
            m_clock.resume(static_cast<Wait &>(*ready));
    }
    void moveMarkerBehind(Link &link)
    {
        m_marker.unlink();
        ReadyQueue::insertBefore(*link.next, m_marker);
    }

    ScopeState &m_scope;
    Clock &m_clock;
    std::uint64_t m_lastWork;              ///< The newest work on another thread when the scope was stopped.
    std::set<std::uint64_t> m_stoppedWork; ///< Work whose waiting coroutine became ready because of the stop.
    Link m_marker{true};
};

std::uint64_t ScopeState::addChild(std::string name, Clock &clock)
{
    if (isStopped())
        throw ScopeStopped({.reason = m_reason}, name);
    const std::uint64_t id = ++lastChild;
    m_children.emplace(id, Child{std::move(name), clock.handle(), m_spawned++});
    return id;
}

bool ScopeState::takesChildren() const
{
    if (isStopped())
        return false;
    try {
        Clock::current();
        return true;
    } catch (const Cancelled &) {
        return false;
    }
}

void ScopeState::childEnded(std::uint64_t id, const std::exception_ptr &error)
{
    const auto child = m_children.extract(id);
    if (error && !isCancelled(error))
        report(child.mapped(), error);
    if (m_children.empty()) {
        while (QueuedWait *joiner = m_joiners.takeFirst())
            joiner->wake();
    }
}

void ScopeState::checkJoinable() const
{
    const auto child = m_children.find(thread.context.child);
    if (child == m_children.end())
        return;
    const std::string &name = child->second.name;
    throw std::logic_error("TaskScope: expected to be joined from outside, got a join inside its own child "
                           + (name.empty() ? "(which has no name)" : '"' + name + '"')
                           + ", or in what that has started: it would wait for its own end. Let the one who owns the scope join it");
}

bool ScopeState::hasUnwindable() const noexcept
{
    return std::ranges::any_of(m_children, [](const auto &child) { return !isRunning(child.first); });
}

void ScopeState::close() noexcept
{
    m_joiners.cancelAll();
    if (m_children.empty()) {
        requestStop(StopReason::OwnerGone);
        return;
    }
    std::set<Clock *> clocks;
    for (const auto &[id, child] : m_children) {
        if (child.clock->clock)
            clocks.insert(child.clock->clock);
    }
    std::list<Unwinding> unwindings;
    for (Clock *clock : clocks)
        unwindings.emplace_back(*this, *clock);
    requestStop(StopReason::OwnerGone);
    for (Unwinding &unwinding : unwindings)
        unwinding.run();
    for (const auto &[id, child] : m_children) {
        if (!isRunning(id)) {
            report(child,
                   std::make_exception_ptr(std::runtime_error("its scope was destroyed, but it cannot be unwound: it waits without "
                                                              "the scope's token or in a foreign await")));
        } else if (runsNestedLoop(id)) {
            report(child,
                   std::make_exception_ptr(std::runtime_error("its scope was destroyed while it ran an event loop of its own: when that "
                                                              "returns, the child goes on without its owner and must not touch it")));
        }
    }
}

void ScopeState::report(const Child &child, std::exception_ptr error) noexcept
{
    if (m_hook)
        m_hook({"TaskScope", child.name, child.index, std::move(error)});
    else
        reportError("TaskScope", child.name, child.index, std::move(error));
}

} // namespace asyncade::detail
