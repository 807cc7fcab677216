// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <coroutine>
#include <exception>

namespace asyncade::detail {

/// Frames of the library's own coroutines come from a free list per thread: half the price of malloc, and no other difference.
void *allocateFrame(std::size_t size);
void freeFrame(void *frame, std::size_t size) noexcept;

/// A coroutine that nobody awaits: it starts at once, reports its end by itself and frees itself. Its body must not throw.
/// Helpers run each piece of their work in one, because a QCoro task copies a vector at its end.
struct Job {
    struct promise_type {
        Job get_return_object() const noexcept { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const noexcept {}
        [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
        static void *operator new(std::size_t size) { return allocateFrame(size); }
        static void operator delete(void *frame, std::size_t size) noexcept { freeFrame(frame, size); }
    };
};

} // namespace asyncade::detail
