// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <thread>
#include <utility>
#include <vector>

/// The floor: what the same work costs in bare coroutine frames with a heap and a ring of handles. No Qt, no cancellation, no errors, no
/// names, no observer.
namespace bench::floor {

/// A coroutine that starts at once and keeps its value until it is destroyed.
template <class T>
class Frame {
public:
    struct promise_type {
        T value{};
        Frame get_return_object() { return Frame(std::coroutine_handle<promise_type>::from_promise(*this)); }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_always final_suspend() const noexcept { return {}; }
        void return_value(T v) { value = v; }
        void unhandled_exception() { std::terminate(); }
    };
    explicit Frame(std::coroutine_handle<promise_type> handle) : m_handle(handle) {}
    Frame(Frame &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    ~Frame()
    {
        if (m_handle)
            m_handle.destroy();
    }
    T value() const { return m_handle.promise().value; }

private:
    std::coroutine_handle<promise_type> m_handle;
};

/// A coroutine that frees itself.
struct Detached {
    struct promise_type {
        Detached get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        void unhandled_exception() { std::terminate(); }
    };
};

/// First in, first out.
class Ready {
public:
    struct Yield {
        Ready *ready;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle) const { ready->m_next.push_back(handle); }
        void await_resume() const noexcept {}
    };
    Yield yield() { return {this}; }
    void run()
    {
        while (!m_next.empty()) {
            m_now.swap(m_next);
            for (const std::coroutine_handle<> handle : m_now)
                handle.resume();
            m_now.clear();
        }
    }

private:
    std::vector<std::coroutine_handle<>> m_now, m_next;
};

/// Sleepers by time, then by arrival.
class Timers {
public:
    struct Entry {
        std::int64_t due;
        std::uint64_t order;
        std::coroutine_handle<> handle;
        bool operator<(const Entry &other) const { return due != other.due ? due > other.due : order > other.order; }
    };
    struct Sleep {
        Timers *timers;
        std::int64_t due;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> handle) const { timers->push(due, handle); }
        void await_resume() const noexcept {}
    };
    Sleep until(std::int64_t due) { return {this, due}; }
    Sleep forTime(std::int64_t time) { return {this, m_now + time}; }

    void push(std::int64_t due, std::coroutine_handle<> handle)
    {
        m_heap.push_back({due, m_order++, handle});
        std::push_heap(m_heap.begin(), m_heap.end());
    }
    Entry pop()
    {
        std::pop_heap(m_heap.begin(), m_heap.end());
        const Entry entry = m_heap.back();
        m_heap.pop_back();
        return entry;
    }
    /// Jumps from one to the next.
    void runVirtually()
    {
        while (!m_heap.empty()) {
            const Entry entry = pop();
            m_now = entry.due;
            entry.handle.resume();
        }
    }
    /// In real time, a whole millisecond at a time as Qt's timers do.
    void runReally()
    {
        using namespace std::chrono;
        while (!m_heap.empty()) {
            const std::int64_t due = (m_heap.front().due + 999'999) / 1'000'000 * 1'000'000;
            std::this_thread::sleep_until(steady_clock::time_point(nanoseconds(due)));
            const std::int64_t now = steady_clock::now().time_since_epoch().count();
            while (!m_heap.empty() && m_heap.front().due <= now)
                pop().handle.resume();
        }
    }

private:
    std::vector<Entry> m_heap;
    std::uint64_t m_order = 0;
    std::int64_t m_now = 0;
};

} // namespace bench::floor
