// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/block_on.h>

namespace asyncade {

/// Runs work to its end and returns its value or throws its error: from main(), from tests, from code that is not a coroutine.
/// Takes an operation, which starts here, or a task that already runs on this thread's clock.
///
/// On the system clock it runs a nested Qt event loop; while a `VirtualClock` lives on this thread it runs that clock instead.
/// Throws std::invalid_argument for an empty task or function, std::logic_error inside a coroutine (await the work instead) and when
/// there is no QCoreApplication.
///
///     int main(int argc, char **argv)
///     {
///         QCoreApplication app(argc, argv);
///         return asyncade::runBlocking(serve);
///     }
template <class W>
auto runBlocking(W &&work)
{
    detail::checkWork("runBlocking", work);
    return detail::blockOn(Clock::current(), std::forward<W>(work));
}

} // namespace asyncade
