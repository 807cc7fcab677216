// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>

#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace asyncade::detail {

template <class T>
inline constexpr bool isTask = false;
template <class T>
inline constexpr bool isTask<QCoro::Task<T>> = true;

/// A task that was default-made or moved from says that it is ready, as one that has ended does: only its awaiter knows better, and
/// tells those who derive from it.
template <class T>
class TaskInspection : private decltype(std::declval<const QCoro::Task<T> &>().operator co_await()) {
    using Awaiter = decltype(std::declval<const QCoro::Task<T> &>().operator co_await());

public:
    explicit TaskInspection(const QCoro::Task<T> &task) noexcept : Awaiter(task.operator co_await()) {}
    bool isEmpty() const noexcept { return !this->mAwaitedCoroutine; }
};
template <class T>
bool isEmpty(const QCoro::Task<T> &task) noexcept
{
    return TaskInspection<T>(task).isEmpty();
}

/// A callable that may be none: a pointer, a std::function and its like. (A closure can be compared with null, but not made of it.)
template <class F>
concept CanBeNull = requires(const F &f) {
    { f == nullptr } -> std::convertible_to<bool>;
} && std::constructible_from<F, std::nullptr_t>;

/// Work that holds other work.
template <class W>
concept HoldsWork = requires(const W &work) {
    { work.missing() } -> std::same_as<const char *>;
};

/// What `work` was made without, in words; null: nothing, it can be started.
template <class W>
const char *missing(const W &work) noexcept
{
    if constexpr (isTask<W>)
        return isEmpty(work) ? "an empty QCoro::Task (default-made, or moved from)" : nullptr;
    else if constexpr (HoldsWork<W>)
        return work.missing();
    else if constexpr (std::is_pointer_v<W> || std::is_member_pointer_v<W>)
        return work == nullptr ? "a null pointer to a function" : nullptr;
    else if constexpr (CanBeNull<W>)
        return work == nullptr ? "an empty function" : nullptr;
    else
        return nullptr;
}

/// Throws std::invalid_argument "<helper>: expected something to run, got <got>", with the index unless it is negative.
[[noreturn]] void throwEmptyWork(const char *helper, const char *got, int index = -1);

/// Refuses work that is none, before anything is started: nobody else would do more than crash.
template <class W>
void checkWork(const char *helper, const W &work, int index = -1)
{
    if (const char *got = missing(work)) [[unlikely]]
        throwEmptyWork(helper, got, index);
}
/// The same for several pieces.
template <class... W>
void checkEachWork(const char *helper, const W &...work)
{
    int index = 0;
    (checkWork(helper, work, index++), ...);
}
template <class W>
void checkEachWork(const char *helper, const std::vector<W> &works)
{
    int index = 0;
    for (const W &work : works)
        checkWork(helper, work, index++);
}

[[noreturn]] void throwMovedFrom(const char *what);

/// Throws std::logic_error when an object that was moved from is asked for more.
inline void checkHeld(const char *what, bool held)
{
    if (!held) [[unlikely]]
        throwMovedFrom(what);
}

} // namespace asyncade::detail
