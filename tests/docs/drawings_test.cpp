// SPDX-License-Identifier: MIT
// Every drawing in marbles that a page or a header shows is what the library does: each is played on the virtual clock.
#include "drawing_reader.h"

#include <asyncade/asyncade.h>
#include <asyncade/testing/marbles.h>

#include <QSemaphore>
#include <QTest>

#include <functional>
#include <map>
#include <mutex>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// What happened when, as a row: one sign is 10 ms.
class Row {
public:
    void add(char sign) { add(QByteArray(1, sign), Clock::current().now()); }
    void add(const QByteArray &sign, std::chrono::nanoseconds time)
    {
        if (time % 10ms != 0ns)
            qFatal("%s happened between two signs", sign.constData());
        m_frames[time / 10ms].append(sign);
    }
    QByteArray text() const
    {
        QByteArray text;
        std::int64_t next = 0;
        for (const auto &[frame, signs] : m_frames) {
            for (; next < frame; ++next)
                text += '-';
            text += signs.size() == 1 ? signs.front() : '(' + signs.join() + ')';
            ++next;
        }
        return text;
    }

private:
    std::map<std::int64_t, QByteArrayList> m_frames;
};

/// Calls `f` with each letter of a row at its time.
QCoro::Task<> play(QByteArray row, std::function<void(char)> f)
{
    MarbleSource source = marbles(std::string_view(row.constData(), std::size_t(row.size())));
    while (const auto letter = co_await source.next())
        f(*letter);
}

using Rows = QByteArrayList;

template <class Operator>
auto stream(Operator through)
{
    return [through](const Rows &in) { return Rows{drawn(marbles(in[0].constData()) | through)}; };
}
bool isUpper(char letter) { return letter < 'a'; }
char toUpper(char letter) { return char(letter - 'a' + 'A'); }

/// Calls a function wrapped in a Debouncer or Throttler at the times of the row; gives the row of its runs.
template <class Shaped, class Options>
Rows runsOf(const Rows &in, Options options)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row runs;
    Shaped shaped([&runs](char letter) { runs.add(letter); }, options);
    const auto playing = play(in[0], [&shaped](char letter) { shaped(letter); });
    clock.run();
    return {runs.text()};
}
using Function = std::function<void(char)>;

Rows channel(const Rows &in)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row sent, received;
    Channel<char> pages{1};
    const auto producer = [&]() -> QCoro::Task<> {
        MarbleSource made = marbles(in[0].constData());
        while (const auto page = co_await made.next()) {
            co_await pages.send(*page);
            sent.add(*page);
        }
        pages.close();
    };
    const auto consumer = [&]() -> QCoro::Task<> {
        while (const auto page = co_await pages.next()) {
            received.add(*page);
            co_await sleepFor(30ms);
        }
        received.add('|');
    };
    const auto producing = producer();
    const auto consuming = consumer();
    clock.run();
    return {sent.text(), received.text()};
}

Rows event(const Rows &in)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row gone;
    Event loaded;
    const auto wait = [&](char who) -> QCoro::Task<> {
        co_await loaded.wait();
        gone.add(who);
    };
    const auto coming = play(in[0], [&](char who) { wait(who); });
    const auto setting = play(in[1], [&](char) { loaded.set(); });
    clock.run();
    return {gone.text()};
}

Rows singleFlight(const Rows &in)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row calls, answers;
    SingleFlight<int, int> pages;
    const auto ask = [&](char who) -> QCoro::Task<> {
        const auto fetch = [&calls, who](std::stop_token token) -> QCoro::Task<int> {
            calls.add(who);
            co_await sleepFor(40ms, token);
            co_return 7;
        };
        co_await pages.run(7, fetch);
        answers.add(who);
    };
    const auto asking = play(in[0], [&](char who) { ask(who); });
    clock.run();
    return {calls.text(), answers.text()};
}

Rows taskScope(const Rows &in)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row ended, unwound;
    auto scope = std::make_unique<TaskScope>();
    const auto child = [&](char who, std::stop_token token) -> QCoro::Task<> {
        const Sleep working = sleepFor(70ms, token);
        try {
            co_await working;
            ended.add(who);
        } catch (const Cancelled &) {
            unwound.add(who);
            throw;
        }
    };
    const auto spawning = play(in[0], [&](char who) { scope->spawn(call(child, who)); });
    const auto deleting = play(in[1], [&](char) { scope.reset(); });
    clock.run();
    return {ended.text(), unwound.text()};
}

class Sender : public QObject {
    Q_OBJECT

signals:
    void clicked(char which);
};

Rows signalsTaken(const Rows &in, bool asStream)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    Row taken;
    auto sender = std::make_unique<Sender>();
    const auto await = [&]() -> QCoro::Task<> {
        try {
            for (;;) {
                auto clicked = awaitSignal(sender.get(), &Sender::clicked);
                taken.add(co_await clicked);
            }
        } catch (const Cancelled &) {
            taken.add('x');
        }
    };
    const auto take = [&]() -> QCoro::Task<> {
        auto clicks = signalStream(sender.get(), &Sender::clicked);
        while (const auto click = co_await clicks.next())
            taken.add(*click);
        taken.add('|');
    };
    const auto taking = asStream ? take() : await();
    const auto emitting = play(in[0], [&](char which) { which == 'X' ? sender.reset() : emit sender->clicked(which); });
    clock.run();
    return {taken.text()};
}

/// Here a sign is a step: what happens on two threads takes no time of a virtual clock.
Rows offloaded(const Rows &)
{
    VirtualClock &clock = static_cast<VirtualClock &>(Clock::current());
    std::mutex mutex;
    int steps = 0;
    Row pool, here;
    const auto step = [&](Row &row, char sign) {
        const std::scoped_lock lock(mutex);
        row.add(QByteArray(1, sign), steps++ * 10ms);
    };
    QSemaphore mayGoOn;
    Event reported;
    const auto work = [&](std::stop_token, Progress progress) {
        for (int part = 1; part <= 2; ++part) {
            step(pool, char('0' + part));
            progress.report(part);
            mayGoOn.acquire();
        }
        step(pool, 'e');
        return 7;
    };
    const auto window = [&]() -> QCoro::Task<> {
        for (int part = 1; part <= 2; ++part) {
            co_await reported.wait();
            reported.reset();
            step(here, 'w');
            mayGoOn.release();
        }
    };
    const auto other = window();
    const auto run = [&]() -> QCoro::Task<> {
        const auto onProgress = [&](std::int64_t done, std::int64_t) {
            step(here, char('0' + done));
            reported.set();
        };
        co_await offload(work, onProgress);
        step(here, 'v');
    };
    clock.run(run);
    return {pool.text(), here.text()};
}

/// What each title does with the rows above it; gives the rows below it. Runs on a virtual clock.
const std::map<QByteArray, std::function<Rows(const Rows &)>> &players()
{
    static const std::map<QByteArray, std::function<Rows(const Rows &)>> all{
        {"take(2)", stream(take(2))},
        {"filter(isUpper)", stream(filter(isUpper))},
        {"map(toUpper)", stream(map(toUpper))},
        {"chunk(2)", stream(chunk(2))},
        {"chunk(3, 40ms)", stream(chunk(3, 40ms))},
        {"enumerate", stream(enumerate())},
        {"debounce(30ms)", stream(debounce(30ms))},
        {"throttle(50ms)", stream(throttle(50ms))},
        {"throttle(ThrottlePolicy::pacing(30ms))", stream(throttle(ThrottlePolicy::pacing(30ms)))},
        {"merge", [](const Rows &in) { return Rows{drawn(merge(marbles(in[0].constData()), marbles(in[1].constData())))}; }},
        {"zip", [](const Rows &in) { return Rows{drawn(zip(marbles(in[0].constData()), marbles(in[1].constData())))}; }},
        {"Debouncer, delay 30 ms", [](const Rows &in) { return runsOf<Debouncer<Function>>(in, DebounceOptions{.delay = 30ms}); }},
        {"Debouncer, delay 30 ms, leading",
         [](const Rows &in) { return runsOf<Debouncer<Function>>(in, DebounceOptions{.delay = 30ms, .leading = true}); }},
        {"Debouncer, delay 30 ms, at most 60 ms",
         [](const Rows &in) { return runsOf<Debouncer<Function>>(in, DebounceOptions{.delay = 30ms, .maxWait = 60ms}); }},
        {"Throttler, dropping, 40 ms", [](const Rows &in) { return runsOf<Throttler<Function>>(in, ThrottlePolicy::dropping(40ms)); }},
        {"Throttler, pacing, 40 ms", [](const Rows &in) { return runsOf<Throttler<Function>>(in, ThrottlePolicy::pacing(40ms)); }},
        {"Channel of capacity 1, 30 ms for each", channel},
        {"Event", event},
        {"SingleFlight, one key, 40 ms for a call", singleFlight},
        {"TaskScope, 70 ms for each child", taskScope},
        {"awaitSignal, again and again", [](const Rows &in) { return signalsTaken(in, false); }},
        {"signalStream", [](const Rows &in) { return signalsTaken(in, true); }},
        {"offload", offloaded},
    };
    return all;
}

QByteArray withoutEnd(QByteArray row)
{
    while (row.endsWith('-'))
        row.chop(1);
    return row;
}

} // namespace

class DrawingsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyDrawingIsWhatTheLibraryDoes_data();
    void everyDrawingIsWhatTheLibraryDoes();
    void noDrawingStandsWhereItIsNotPlayed();

private:
    DrawingReader m_reader{ASYNCADE_SOURCE_DIR};
};

void DrawingsTest::initTestCase()
{
    const QDir root(ASYNCADE_SOURCE_DIR);
    for (const QString &page : QDir(root.filePath("lib/docs/guide")).entryList({"*.md"}, QDir::Files))
        m_reader.readPage("lib/docs/guide/" + page);
    for (const QString &header : QDir(root.filePath("lib/include/asyncade/streams")).entryList({"*.h"}, QDir::Files))
        m_reader.readHeader("lib/include/asyncade/streams/" + header);
    QVERIFY2(m_reader.drawings().size() >= 20, "hardly any drawing was found");
}

void DrawingsTest::everyDrawingIsWhatTheLibraryDoes_data()
{
    QTest::addColumn<int>("number");
    for (int number = 0; number < int(m_reader.drawings().size()); ++number)
        QTest::newRow(m_reader.drawings()[std::size_t(number)].where.constData()) << number;
}

void DrawingsTest::everyDrawingIsWhatTheLibraryDoes()
{
    QFETCH(int, number);
    const Drawing &drawing = m_reader.drawings()[std::size_t(number)];
    const auto player = players().find(drawing.title);
    QVERIFY2(player != players().end(), "nobody plays a drawing of this title: add it to players()");
    VirtualClock clock;
    QByteArrayList played = player->second(drawing.in);
    QByteArrayList shown = drawing.out;
    std::ranges::transform(played, played.begin(), withoutEnd);
    std::ranges::transform(shown, shown.begin(), withoutEnd);
    QCOMPARE(shown.join('\n'), played.join('\n'));
}

void DrawingsTest::noDrawingStandsWhereItIsNotPlayed()
{
    QVERIFY2(m_reader.strayLines().isEmpty(), "a drawing belongs into a block of marbles: " + m_reader.strayLines().join(", "));
}

QTEST_GUILESS_MAIN(DrawingsTest)
#include "drawings_test.moc"
