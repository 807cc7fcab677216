// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/testing/marbles.h>

#include <asyncade/sleep.h>
#include <asyncade/virtual_clock.h>

#include "support/chrono_compare.h"
#include "support/reported_errors.h"
#include "support/thrown.h"
#include "support/work.h"

#include <QTest>

#include <memory>
#include <optional>
#include <stdexcept>

/// For the tests of streams.
namespace support {

using namespace asyncade;
using namespace std::chrono_literals;

/// A marble source that tells when it is let go of.
class TracedSource {
public:
    explicit TracedSource(const char *drawing) : m_source(marbles(drawing)), m_alive(std::make_shared<int>(0)) {}
    QCoro::Task<std::optional<char>> next(std::stop_token token) { return m_source.next(std::move(token)); }
    /// Expires with it.
    std::weak_ptr<int> watch() const { return m_alive; }
    MarbleSource marbleSource() const { return m_source; }

private:
    MarbleSource m_source;
    std::shared_ptr<int> m_alive;
};

/// Asks once and notes what comes of it: "a", "|", or the error in words.
template <class S>
QCoro::Task<> noteNext(S &source, QByteArray &result, std::stop_token token = {})
{
    try {
        auto pulling = source.next(token);
        const auto item = co_await pulling;
        result = item ? asyncade::detail::marbleText(*item) : QByteArray("|");
    } catch (...) {
        result = inWords(std::current_exception());
    }
}

/// What every stream must do when it goes while somebody waits in it: that wait ends at once, with Cancelled, and the source is let go of.
template <class Make>
void checkDestroyedWhileSomebodyWaits(Make make)
{
    VirtualClock clock;
    TracedSource source("------a|");
    const auto alive = source.watch();
    QByteArray result;
    {
        auto stream = make(std::move(source));
        noteNext(stream, result);
        clock.advance(20ms);
        QCOMPARE(result, QByteArray());
    }
    clock.run();
    QCOMPARE(result, "Cancelled: cancelled: its owner, or what it waited on, was destroyed");
    QCOMPARE(clock.now(), 20ms);
    QVERIFY(alive.expired());
}

/// When the token of `next` is stopped that call is cancelled, nothing is lost, and the stream goes on.
template <class Make>
void checkCancelledAndAskedAgain(Make make, const char *expected)
{
    VirtualClock clock;
    auto stream = make(marbles("------a|"));
    std::stop_source stop;
    const auto stopping = stopAfter(20ms, stop);
    QByteArray result;
    noteNext(stream, result, stop.get_token());
    clock.runUntil(30ms);
    QCOMPARE(result, "Cancelled: cancelled");
    QCOMPARE(drawn(stream), expected);
}

} // namespace support
