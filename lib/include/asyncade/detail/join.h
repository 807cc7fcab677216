// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/wait.h>
#include <asyncade/error_hook.h>

#include <coroutine>
#include <cstddef>
#include <exception>
#include <optional>
#include <stop_token>
#include <string_view>

namespace asyncade::detail {

/// Counts the pieces of work that a helper has started; awaiting it waits for the end of all.
class Join {
public:
    void started() noexcept { ++m_running; }
    void ended() noexcept
    {
        if (--m_running == 0 && m_waiter)
            m_waiter->wake();
    }
    std::size_t running() const noexcept { return m_running; }

    class Awaiter final : private Wait {
    public:
        explicit Awaiter(Join &join) noexcept : Wait(true), m_join(&join) {}
        bool await_ready() { return m_join->m_running == 0 || !begin(); }
        void await_suspend(std::coroutine_handle<> coroutine)
        {
            m_join->m_waiter = this;
            suspend(coroutine);
        }
        void await_resume()
        {
            m_join->m_waiter = nullptr;
            finish();
        }

    private:
        friend class Join;
        void leave() noexcept override {}
        std::string describe() const override { return "the end of its tasks"; }
        WaitNote note() const noexcept override { return {.reason = WaitReason::Work, .ahead = m_join->m_running}; }
        Join *m_join;
    };

    /// What allEnded() returns. Small and copyable, as QCoro 0.8 and GCC 12 need it.
    class [[nodiscard("await it: nothing happens before co_await")]] End {
    public:
        explicit End(Join &join) noexcept : m_join(&join) {}
        Awaiter operator co_await() const { return Awaiter(*m_join); }

    private:
        Join *m_join;
    };
    End allEnded() noexcept { return End(*this); }

private:
    std::size_t m_running = 0;
    Awaiter *m_waiter = nullptr;
};

/// A stop source of a helper's own that also obeys its caller's token.
class LinkedStop {
public:
    explicit LinkedStop(std::stop_token outer)
    {
        if (outer.stop_possible())
            m_link.emplace(std::move(outer), Forward{this});
    }
    LinkedStop(const LinkedStop &) = delete;
    LinkedStop &operator=(const LinkedStop &) = delete;
    std::stop_token token() const noexcept { return m_source.get_token(); }
    bool requested() const noexcept { return m_source.stop_requested(); }
    void request(StopCause cause) { requestStop(m_source, cause); }
    std::stop_source &source() noexcept { return m_source; }

private:
    struct Forward {
        LinkedStop *link;
        void operator()() const noexcept { link->m_source.request_stop(); } // The cause stays the caller's.
    };
    std::stop_source m_source;
    std::optional<std::stop_callback<Forward>> m_link;
};

/// Keeps the first failure of a helper's tasks and stops the others; later ones go to the error hook.
class FirstFailure {
public:
    FirstFailure(std::string_view helper, LinkedStop &stop) noexcept : m_helper(helper), m_stop(&stop) {}
    void record(std::exception_ptr error, std::size_t index, std::string name = {})
    {
        if (m_error) {
            reportError(m_helper, std::move(name), index, std::move(error));
            return;
        }
        m_error = std::move(error);
        m_stop->request({.reason = StopReason::SiblingFailed, .request = thread.context.span.request});
    }
    bool happened() const noexcept { return m_error != nullptr; }
    void rethrow() const
    {
        if (m_error)
            std::rethrow_exception(m_error);
    }

private:
    std::string_view m_helper;
    LinkedStop *m_stop;
    std::exception_ptr m_error;
};

} // namespace asyncade::detail
