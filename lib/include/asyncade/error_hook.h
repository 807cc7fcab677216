// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <string>
#include <string_view>

namespace asyncade {

/// An error that no caller can receive any more: it came after the first failure, after the deadline, or from work that nobody
/// awaits.
struct ErrorReport {
    std::string_view helper;  ///< "gather", "withTimeout", "TaskScope", …
    std::string name;         ///< The task's name, where it has one.
    std::size_t index = 0;    ///< Its position among the tasks of the helper, from 0; in a TaskScope: in the order of spawning.
    std::exception_ptr error; ///< Never null.
};

/// Is told of them; empty: the default, which logs.
using ErrorHook = std::function<void(const ErrorReport &)>;

/// Sets what is done with such errors on all threads, and returns what was set before. An empty hook restores the default, which
/// logs a warning in the category "asyncade". The hook runs on the thread of the failing task and must not throw.
ErrorHook setErrorHook(ErrorHook hook);

namespace detail {

/// Hands `error` to the hook, unless it is a Cancelled: that is not a failure.
void reportError(std::string_view helper, std::string name, std::size_t index, std::exception_ptr error) noexcept;
bool isCancelled(const std::exception_ptr &error) noexcept;
/// What an exception says: its what(), or that it is not a std::exception.
std::string errorText(const std::exception_ptr &error);

} // namespace detail
} // namespace asyncade
