// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/scope_state.h>
#include <asyncade/detail/waiter_queue.h>

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>

namespace asyncade::detail {

class BatcherCore;

/// Somebody who waits for a shared call to be made, and then for its end: what does not depend on the types.
class BatcherMember : public QueuedWait {
public:
    std::chrono::nanoseconds since() const noexcept { return m_since; }

protected:
    BatcherMember(BatcherCore &core, std::stop_token token) noexcept : m_token(std::move(token)), m_core(&core) {}
    ~BatcherMember() = default;
    bool mayWait() { return begin(m_token); }
    void join(std::coroutine_handle<> coroutine);

    std::size_t m_position = 0; ///< Among the members of its call.
    std::exception_ptr m_error; ///< Of the call.

private:
    friend class BatcherCore;
    void leave() noexcept override;
    std::string describe() const override;
    /// Told of by itself while it is collected; then it waits for its call.
    WaitNote note() const noexcept override { return m_sent ? WaitNote{.reason = WaitReason::Work, .ahead = 1} : WaitNote{}; }

    std::stop_token m_token;
    BatcherCore *m_core; ///< Not used once it has been sent.
    std::chrono::nanoseconds m_since{};
    bool m_reported = false; ///< That it waits.
    bool m_sent = false;
};

/// Collects members and decides when they are sent: with the one that fills the batch, or when the first has waited long enough.
class BatcherCore : private Timer {
public:
    BatcherCore(int size, std::chrono::nanoseconds delay, Part part, std::string name);
    virtual ~BatcherCore();
    BatcherCore(const BatcherCore &) = delete;
    BatcherCore &operator=(const BatcherCore &) = delete;

    int size() const noexcept { return m_size; }
    std::chrono::nanoseconds delay() const noexcept { return m_delay; }
    std::size_t pending() const noexcept { return m_collected.size(); }
    void setSize(int size);
    void setDelay(std::chrono::nanoseconds delay);
    void flush();
    /// It is being destroyed: everybody gets `Cancelled`; calls under way are stopped and unwound.
    void close() noexcept;

protected:
    /// Takes `count` members, by `takeFirst`, and makes a call for them in a child of the scope that starts from the ready queue.
    virtual void send(std::size_t count) = 0;
    /// The members of calls under way get `Cancelled`.
    virtual void cancelSent() noexcept = 0;
    BatcherMember &takeFirst() noexcept;
    const std::shared_ptr<ScopeState> &scope() const noexcept { return m_scope; }
    const std::string &name() const noexcept { return m_name; }

private:
    friend class BatcherMember;
    void fire() noexcept override;
    void joined();
    void left() noexcept;
    void sendNow(std::size_t count, GoHow how);
    /// For whoever is first now.
    void setTimer();
    void stopTimer() noexcept;
    void reportLevel() const;

    int m_size;
    std::chrono::nanoseconds m_delay;
    Part m_part;
    std::string m_name;
    WaiterQueue m_collected;
    std::shared_ptr<ClockHandle> m_clock; ///< The one the timer is on.
    std::shared_ptr<ScopeState> m_scope = std::make_shared<ScopeState>(ErrorHook{});
    std::uint32_t m_lead = 0; ///< The request in whose name members are being sent.
    GoHow m_how = GoHow::Granted;
};

} // namespace asyncade::detail
