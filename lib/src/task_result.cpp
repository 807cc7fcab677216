// SPDX-License-Identifier: MIT
#include <asyncade/task_result.h>

#include <asyncade/errors.h>

namespace asyncade {

TaskStatus statusOf(const std::exception_ptr &error) noexcept
{
    try {
        std::rethrow_exception(error);
    } catch (const Cancelled &) {
        return TaskStatus::Cancelled;
    } catch (const TimeoutError &) {
        return TaskStatus::TimedOut;
    } catch (...) {
        return TaskStatus::Failed;
    }
}

} // namespace asyncade
