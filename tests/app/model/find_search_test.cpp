// SPDX-License-Identifier: MIT
#include "model/find_search.h"

#include "app/model/trace_builder.h"

#include <QTest>

#include <random>

using namespace playground;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ms = 1'000'000;

/// #1 succeeds after 100 ms. #2 fails at 50 ms, backs off for 30 ms and succeeds at 120 ms. #3 waits 100 ms for #1's
/// slot and fails 50 ms later, for good. #4 is dropped, #5 fails without an attempt, #6 is open.
Timeline sample()
{
    TraceBuilder trace;
    trace.part(1, partkind::slots_).part(2, partkind::retry, QStringLiteral("policies.0"));
    trace.arrive(1).go(1, 1).attempt(1, 1);
    trace.arrive(2).go(2, 1).attempt(2, 1);
    trace.arrive(3).wait(3, 1, WaitReason::Slot);
    trace.arrive(4).wait(4, 1, WaitReason::Quiet);
    trace.arrive(5);
    trace.at(20ms).go(4, 1, GoHow::Cancelled).settle(4, RequestOutcome::Dropped);
    trace.settle(5, RequestOutcome::Failed);
    trace.at(50ms).attemptEnd(2, 1, AttemptOutcome::Failed, 503).wait(2, 2, WaitReason::Backoff, 0, 2, 0, 80ms);
    trace.at(80ms).go(2, 2, GoHow::Elapsed, 0, 2).attempt(2, 2, 2);
    trace.at(100ms).attemptEnd(1, 1).settle(1, RequestOutcome::Succeeded, 1).free(1, 1);
    trace.go(3, 1, GoHow::Granted, 1).attempt(3, 1);
    trace.at(120ms).attemptEnd(2, 2).settle(2, RequestOutcome::Succeeded, 2).free(2, 1);
    trace.at(150ms).attemptEnd(3, 1, AttemptOutcome::Failed, 500).settle(3, RequestOutcome::Failed, 1).free(3, 1);
    trace.arrive(6).wait(6, 1, WaitReason::Slot).at(150ms).go(6, 1).attempt(6, 1);
    Timeline timeline;
    timeline.update(trace);
    return timeline;
}

FindQuery query(const char *text) { return std::get<FindQuery>(parseFindQuery(QString::fromLatin1(text))); }

/// The matches as text: "2" the request as a whole, "2.1" its second span.
QString found(const char *text, const Timeline &timeline, qint64 now = 200 * ms, qint64 requests = 8, size_t piece = 1000)
{
    FindSearch search(query(text), requests);
    while (!search.advance(timeline, now, piece)) {
    }
    QStringList all;
    for (const FindMatch &match : search.result().matches()) {
        int place = 0;
        const auto &lanes = timeline.lanes();
        if (match.span != noSpan) {
            const auto spans = timeline.spansOf(lanes[match.request - 1]);
            for (auto i = spans.begin(); i.index() != match.span; ++i)
                ++place;
            all += QStringLiteral("%1.%2").arg(match.request).arg(place);
        } else {
            all += QString::number(match.request);
        }
    }
    return all.join(u' ');
}

} // namespace

class FindSearchTest : public QObject {
    Q_OBJECT

private slots:
    void findsRequestsByNumber();
    void findsSpansByState();
    void findsRequestsThatEndedSoWithoutAnAttempt();
    void findsByReasonLengthAndNumber();
    void conditionsOfOneKindHoldForOneSpan();
    void waitsAndAttemptsHoldForOneRequest();
    void openSpansAreAsLongAsTheyAreNow();
    void anEmptyQueryFindsNothing();
    void waitsWithoutALengthAreNotFound();
    void piecesOfAnySizeFindTheSame();
    void walksThroughTheMatchesAndAround();
    void findsWhatASlowSearchFinds();
};

void FindSearchTest::findsRequestsByNumber()
{
    const Timeline timeline = sample();
    QCOMPARE(found("#2", timeline), QStringLiteral("2"));
    QCOMPARE(found("#2..4", timeline), QStringLiteral("2 3 4"));
    QCOMPARE(found("#8", timeline), QStringLiteral("8")); // It has not arrived yet.
    QCOMPARE(found("#9", timeline), QString());
    QCOMPARE(found("#1 #2", timeline), QString());
}

void FindSearchTest::findsSpansByState()
{
    const Timeline timeline = sample();
    QCOMPARE(found("succeeded", timeline), QStringLiteral("1.0 2.2"));
    QCOMPARE(found("back-off", timeline), QStringLiteral("2.1"));
    QCOMPARE(found("running", timeline), QStringLiteral("6.1"));
    QCOMPARE(found("waiting", timeline), QStringLiteral("2.1 3.0 4.0"));
    QCOMPARE(found("dropped", timeline), QStringLiteral("4"));
    QCOMPARE(found("pending", timeline), QStringLiteral("6"));
}

void FindSearchTest::findsRequestsThatEndedSoWithoutAnAttempt()
{
    const Timeline timeline = sample();
    QCOMPARE(found("failed", timeline), QStringLiteral("2.0 3.1 5"));
    QCOMPARE(found("failed code:503", timeline), QStringLiteral("2.0"));
    QCOMPARE(found("#5 failed", timeline), QStringLiteral("5"));
}

void FindSearchTest::findsByReasonLengthAndNumber()
{
    const Timeline timeline = sample();
    QCOMPARE(found("reason:slot", timeline), QStringLiteral("3.0"));
    QCOMPARE(found("reason:quiet", timeline), QStringLiteral("4.0"));
    QCOMPARE(found("attempt>1", timeline), QStringLiteral("2.2"));
    QCOMPARE(found("try=2", timeline), QStringLiteral("2.1 2.2"));
    QCOMPARE(found("wait>30ms", timeline), QStringLiteral("3.0"));
    QCOMPARE(found("wait>=30ms", timeline), QStringLiteral("2.1 3.0"));
    QCOMPARE(found("work<50ms", timeline), QStringLiteral("2.2"));
    QCOMPARE(found("length=50ms", timeline), QStringLiteral("2.0 3.1 6.1"));
    QCOMPARE(found("code:503", timeline), QStringLiteral("2.0"));
}

void FindSearchTest::conditionsOfOneKindHoldForOneSpan()
{
    const Timeline timeline = sample();
    QCOMPARE(found("failed attempt>1", timeline), QString());
    QCOMPARE(found("succeeded attempt>1", timeline), QStringLiteral("2.2"));
    QCOMPARE(found("reason:slot wait<50ms", timeline), QString());
    QCOMPARE(found("failed succeeded", timeline), QString());
}

void FindSearchTest::waitsAndAttemptsHoldForOneRequest()
{
    const Timeline timeline = sample();
    QCOMPARE(found("failed wait>50ms", timeline), QStringLiteral("3.0 3.1"));
    QCOMPARE(found("failed reason:back-off", timeline), QStringLiteral("2.0 2.1"));
    QCOMPARE(found("dropped waiting", timeline), QStringLiteral("4.0"));
    QCOMPARE(found("pending failed", timeline), QString());
}

void FindSearchTest::openSpansAreAsLongAsTheyAreNow()
{
    const Timeline timeline = sample();
    QCOMPARE(found("#6 work>50ms", timeline, 200 * ms), QString());
    QCOMPARE(found("#6 work>50ms", timeline, 201 * ms), QStringLiteral("6.1"));
}

void FindSearchTest::anEmptyQueryFindsNothing() { QCOMPARE(found("", sample()), QString()); }

void FindSearchTest::waitsWithoutALengthAreNotFound() { QCOMPARE(found("#6 length<1h", sample()), QStringLiteral("6.1")); }

void FindSearchTest::piecesOfAnySizeFindTheSame()
{
    const Timeline timeline = sample();
    for (const size_t piece : {1, 2, 3, 7})
        QCOMPARE(found("length>1ms", timeline, 200 * ms, 8, piece), found("length>1ms", timeline));
}

void FindSearchTest::walksThroughTheMatchesAndAround()
{
    const Timeline timeline = sample();
    FindSearch search(query("failed"), 8);
    QVERIFY(search.advance(timeline, 200 * ms, 1000));
    const FindResult &result = search.result();
    const std::vector<FindMatch> &all = result.matches();
    QCOMPARE(all.size(), size_t(3));
    QCOMPARE(result.behind(0, noSpan), std::optional<size_t>(0));
    QCOMPARE(result.behind(all[0].request, all[0].span), std::optional<size_t>(1));
    QCOMPARE(result.behind(all[2].request, all[2].span), std::optional<size_t>(0));
    QCOMPARE(result.behind(3, noSpan), std::optional<size_t>(1)); // A request as a whole comes before its spans.
    QCOMPARE(result.before(all[0].request, all[0].span), std::optional<size_t>(2));
    QCOMPARE(result.before(5, noSpan), std::optional<size_t>(1));
    QCOMPARE(result.indexOf(5, noSpan), std::optional<size_t>(2));
    QCOMPARE(result.indexOf(4, noSpan), std::nullopt);
    QVERIFY(result.has(2) && !result.has(1));
    QCOMPARE(FindResult().behind(1, noSpan), std::nullopt);
    QCOMPARE(FindResult().before(1, noSpan), std::nullopt);
}

void FindSearchTest::findsWhatASlowSearchFinds()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](quint32 n) { return random() % n; };
        TraceBuilder trace;
        trace.part(1, partkind::slots_);
        const quint32 requests = 1 + below(6);
        for (quint32 request = 1; request <= requests; ++request) {
            trace.arrive(request);
            for (quint32 number = 1, last = 1 + below(4); number <= last; ++number) {
                const auto at = std::chrono::milliseconds(1000 * request + 100 * number);
                trace.at(at).wait(request, 1, below(2) ? WaitReason::Slot : WaitReason::Token, 0, quint8(number));
                trace.at(at + std::chrono::milliseconds(1 + below(40))).go(request, 1, GoHow::Granted, 0, quint8(number));
                trace.attempt(request, number, quint8(number));
                trace.at(at + std::chrono::milliseconds(50 + below(40)));
                trace.attemptEnd(request, number, below(2) ? AttemptOutcome::Ok : AttemptOutcome::Failed, below(2) ? 500 : 503);
            }
        }
        Timeline timeline;
        timeline.update(trace);
        // Some requests wait long for a slot and fail at a later attempt.
        const qint64 longest = qint64(1 + below(40)) * ms;
        const quint32 least = 1 + below(3);
        const QByteArray text = "wait>" + QByteArray::number(longest) + "ns reason:slot failed attempt>=" +
                                QByteArray::number(least);
        QStringList expected;
        for (const Lane &lane : timeline.lanes()) {
            QStringList own;
            bool waits = false, fails = false;
            int place = 0;
            for (const Span &span : timeline.spansOf(lane)) {
                const bool wait = span.reason == WaitReason::Slot && span.end - span.begin > longest;
                const bool fail = !span.isWait() && span.state == SpanState::Failed && span.number >= least;
                waits |= wait;
                fails |= fail;
                if (wait || fail)
                    own += QStringLiteral("%1.%2").arg(lane.request).arg(place);
                ++place;
            }
            if (waits && fails)
                expected += own;
        }
        QVERIFY2(found(text.constData(), timeline, 10'000 * ms, requests, 1 + below(5)) == expected.join(u' '),
                 qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

QTEST_GUILESS_MAIN(FindSearchTest)
#include "find_search_test.moc"
