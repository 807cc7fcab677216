// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/virtual_clock.h>

#include <atomic>
#include <memory>

namespace asyncade {

/// A virtual clock that also moves by itself: whenever the Qt event loop of the application has nothing left to do, it jumps to the
/// next deadline. For tests that run the event loop (`QTRY_COMPARE`, `QSignalSpy::wait`, `QTest::qWait`, a click on a widget), in
/// plain QTest programs with and without a GUI, on every event dispatcher.
///
///     TestClock clock; // First thing in the test function.
///     QSignalSpy found(&search, &Search::found);
///     search.setText("qt"); // Debounced by 300 ms, then an answer after 2 s.
///     QVERIFY(found.wait());
///     QVERIFY(clock.now() == 2300ms);
///
/// Nothing to do means: nobody is ready on the clock, no outside work (`offload`) is under way, and a whole turn of the event loop
/// delivered no event to any object of the thread: no queued call, no expired QTimer, no input from a socket. So what one instant sets
/// off has been done before time goes on. One deadline is taken at a time, so a wait that ends its event loop (`QSignalSpy::wait`)
/// leaves the time as it was when its signal came; `QTRY_…` looks every few milliseconds only, and time goes on until then.
///
/// `QTimer` and the time limits of QTest stay real: they cost real time, and the clock does not wait for a timer that is not
/// due. A timer of 0 ms that is never stopped always leaves something to do and holds the clock.
/// One thing escapes the clock: a `QTimer` of 0 ms that the test function itself starts between two waits, while somebody sleeps, may fire
/// only after the next deadline.
///
/// Without an event loop it is a `VirtualClock`: `run`, `advance` and the others act at once, deliver no events and throw `Stalled` as
/// they do there. Who runs no event loop, or wants to look at an instant on the way, needs no more than a VirtualClock.
///
/// While it is in use, everything else that is true of VirtualClock is true of it: it is its thread's clock, and who still waits at its
/// end gets `Cancelled`.
class TestClock final : public VirtualClock {
public:
    /// Starts at 0. Throws std::logic_error without a QCoreApplication, and on another thread than the application's.
    TestClock();
    ~TestClock() override;

    /// \cond
protected:
    void wake() noexcept override;
    void wakeFromOutside() noexcept override;
    /// \endcond

private:
    class Driver;
    void post() noexcept;
    void turn();

    std::unique_ptr<Driver> m_driver;
    std::atomic<bool> m_posted = false;
    bool m_quiet = false; ///< Nothing was delivered since the last turn.
};

} // namespace asyncade
