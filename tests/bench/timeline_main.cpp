// SPDX-License-Identifier: MIT
// asyncade_timeline_bench [--smoke] [--rounds N] [--spans N]: what the timeline costs at 1600 x 800, in ms of CPU time, median of N (9)
// rounds, beside the goals of the window and beside drawing each span by itself in the same run. Four shapes of a run with as many spans: 40
// requests with many attempts each, two spans a request with all requests at once, the same at a steady rate, in packed rows, and one span a
// request at a steady rate, packed as well. At last a comparison of three strips.
#include "measure.h"
#include "memory.h"

#include "model/find_search.h"
#include "model/run.h"
#include "model/span_statistics.h"
#include "picture/strips_painter.h"
#include "picture/timeline_painter.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <random>

using namespace playground;

namespace {

constexpr QSize size(1600, 800);

struct Options {
    int rounds = 9;
    qint64 spans = 1'000'000;
};

Scenario scenarioOf(qint64 requests)
{
    Scenario scenario;
    scenario.source = Section(findKind(QStringLiteral("source"), QStringLiteral("count")), {{QStringLiteral("count"), requests}});
    scenario.pattern =
        Section(findKind(QStringLiteral("pattern"), QStringLiteral("parallel-map")), {{QStringLiteral("limit"), 40}});
    return scenario;
}

Record make(qint64 t, EventKind kind, quint32 request)
{
    Record record;
    record.t = t;
    record.kind = kind;
    record.request = request;
    return record;
}

Record attempt(qint64 t, quint32 request, quint32 number)
{
    Record record = make(t, EventKind::Attempt, request);
    record.a = number;
    record.tryNumber = quint8(std::min<quint32>(number, 200));
    return record;
}

Record attemptEnd(qint64 t, quint32 request, quint32 number, bool ok)
{
    Record record = make(t, EventKind::AttemptEnd, request);
    record.a = number;
    record.detail = quint8(ok ? AttemptOutcome::Ok : AttemptOutcome::Failed);
    record.code = ok ? codeOk : 503;
    return record;
}

/// The trace in batches of about `batch` spans.
struct Shape {
    const char *name;
    qint64 requests;
    std::function<std::vector<Trace>(qint64 spans, qint64 batch)> make;
};

std::vector<Trace> cut(std::vector<Record> records, qint64 batch)
{
    std::stable_sort(records.begin(), records.end(), [](const Record &a, const Record &b) { return a.t < b.t; });
    std::vector<Trace> batches(1);
    batches[0].appendPart(0, {1, partkind::slots_, QStringLiteral("pattern"), QStringLiteral("Parallel map")});
    for (const Record &record : records) {
        if (batches.back().size() >= 3 * batch)
            batches.emplace_back();
        batches.back().append(record);
    }
    return batches;
}

std::vector<Trace> manyAttempts(qint64 spans, qint64 batch)
{
    std::mt19937 random(1);
    std::vector<Record> records;
    for (quint32 request = 1; request <= 40; ++request) {
        records.push_back(make(0, EventKind::Arrive, request));
        qint64 t = request * 1000;
        for (quint32 number = 1; number <= quint32(spans / 40); ++number) {
            records.push_back(attempt(t, request, number));
            t += 500'000 + random() % 1'000'000;
            records.push_back(attemptEnd(t, request, number, random() % 100'000 != 0));
            t += random() % 100'000;
        }
    }
    return cut(std::move(records), batch);
}

/// Two spans a request: a wait for a slot and an attempt, 40 at a time. `spacing` in ns between arrivals.
std::vector<Trace> twoEach(qint64 spans, qint64 batch, qint64 spacing)
{
    std::mt19937 random(2);
    std::vector<Record> records;
    std::vector<qint64> freeAt(40, 0);
    for (quint32 request = 1; request <= quint32(spans / 2); ++request) {
        const qint64 arrived = spacing * request;
        records.push_back(make(arrived, EventKind::Arrive, request));
        Record wait = make(arrived, EventKind::Wait, request);
        wait.part = 1;
        wait.tryNumber = 1;
        wait.detail = quint8(WaitReason::Slot);
        records.push_back(wait);
        const auto slot = std::ranges::min_element(freeAt);
        const qint64 begin = std::max(arrived + 1000, *slot);
        *slot = begin + 500'000 + random() % 1'000'000;
        Record go = make(begin, EventKind::Go, request);
        go.part = 1;
        go.tryNumber = 1;
        records.push_back(go);
        records.push_back(attempt(begin, request, 1));
        const bool ok = random() % 100'000 != 0;
        records.push_back(attemptEnd(*slot, request, 1, ok));
        Record settle = make(*slot, EventKind::Settle, request);
        settle.detail = quint8(ok ? RequestOutcome::Succeeded : RequestOutcome::Failed);
        settle.a = 1;
        records.push_back(settle);
        Record free = make(*slot, EventKind::Free, request);
        free.part = 1;
        records.push_back(free);
    }
    return cut(std::move(records), batch);
}

/// One span a request, 40 at a time.
std::vector<Trace> oneEach(qint64 spans, qint64 batch)
{
    std::mt19937 random(3);
    std::vector<Record> records;
    std::vector<qint64> freeAt(40, 0);
    for (quint32 request = 1; request <= quint32(spans); ++request) {
        const auto slot = std::ranges::min_element(freeAt);
        const qint64 begin = *slot + 1 + random() % 100'000;
        *slot = begin + 500'000 + random() % 1'000'000;
        records.push_back(make(begin, EventKind::Arrive, request));
        records.push_back(attempt(begin, request, 1));
        const bool ok = random() % 100 != 0;
        records.push_back(attemptEnd(*slot, request, 1, ok));
        Record settle = make(*slot, EventKind::Settle, request);
        settle.detail = quint8(ok ? RequestOutcome::Succeeded : RequestOutcome::Failed);
        settle.a = 1;
        records.push_back(settle);
    }
    return cut(std::move(records), batch);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print(const char *row, double value, const char *unit, double goal)
{
    if (goal > 0)
        std::printf("  %-44s %9.3f %-5s goal %6.1f  %s\n", row, value, unit, goal, value <= goal ? "met" : "MISSED");
    else
        std::printf("  %-44s %9.3f %s\n", row, value, unit);
}

class Bench {
public:
    Bench(const Shape &shape, const Options &options)
        : m_options(options)
        , m_run(scenarioOf(shape.requests))
        , m_painter(Theme::light())
        , m_image(size, QImage::Format_RGB32)
    {
        std::printf("%s, %lld spans\n", shape.name, (long long)options.spans);
        fill(shape);
    }
    void measureAll()
    {
        m_state.whole = m_state.range = wholeRun(m_run.now());
        const double large = m_options.spans > 5'000'000 ? 16 : 0;
        const double rebuild = time("rebuild, whole run", large > 0 ? large : 4, [this](int) { contents(); });
        const double peer = time("  peer: each span of these rows by itself", 0, [this](int) { eachSpan(); });
        std::printf("  %-44s %9.1f times\n", "  that is", peer / rebuild);
        const qint64 length = m_state.whole.length();
        m_state.range = {length / 3, length / 3 + length / 100};
        time("rebuild, a hundredth of it", large > 0 ? large : 4, [this](int) { contents(); });
        time("pan by 7 px, a hundredth of it", large > 0 ? large : 2, [&](int round) {
            m_state.range.begin += length / 100 / 200 * (round % 2 ? 1 : -1);
            m_state.range.end = m_state.range.begin + length / 100;
            contents();
        });
        m_state.range = m_state.whole;
        time("hover: hit and overlay, whole run", large > 0 ? large : 0.3, [this](int round) {
            const TimelineHit hit = m_painter.hit({300 + 37 * round, 300}, geometry(), m_state);
            m_state.hoveredSpan = hit.span;
            overlay();
        });
        time("find failed, all pieces", 0, [&](int) {
            FindSearch search(std::get<FindQuery>(parseFindQuery(QStringLiteral("failed"))), m_run.timeline().lanes().size());
            while (!search.advance(m_run.timeline(), m_run.now(), 4096)) {
            }
            m_found = search.takeResult();
        });
        time("find length>1us (all), all pieces", 0, [&](int) {
            FindSearch search(std::get<FindQuery>(parseFindQuery(QStringLiteral("length>1us"))), m_run.timeline().lanes().size());
            while (!search.advance(m_run.timeline(), m_run.now(), 4096)) {
            }
            m_foundAll = search.takeResult();
        });
        m_state.found = &m_found;
        time("rebuild, few found", large > 0 ? large : 4, [this](int) { contents(); });
        m_state.found = &m_foundAll;
        time("rebuild, all found", large > 0 ? large : 4, [this](int) { contents(); });
        m_state.found = nullptr;
        double longestPiece = 0;
        time("numbers of the whole run, all pieces", 0, [&](int) {
            SpanStatistics statistics = SpanStatistics::ofRange(0, m_run.now());
            for (bool done = false; !done;) {
                const double piece =
                    bench::cpuTime(1, [&] { done = statistics.advance(m_run.timeline(), m_run.now(), 16384); }) / 1e6;
                longestPiece = std::max(longestPiece, piece);
            }
        });
        print("  of these the longest", longestPiece, "ms", large > 0 ? 0 : 16);
    }

private:
    TimelineGeometry geometry() const { return m_painter.geometry(size, m_state); }
    void contents()
    {
        QPainter painter(&m_image);
        m_painter.update();
        m_painter.paintContents(painter, geometry(), m_state);
    }
    /// What a painter does that knows no better: a rectangle for each span of the rows that show.
    void eachSpan()
    {
        QPainter painter(&m_image);
        const TimelineGeometry shown = geometry();
        painter.setClipRect(shown.lanes());
        const Timeline &timeline = m_run.timeline();
        for (qint64 row = shown.firstLane(); row < shown.lastLane(); ++row) {
            const QRect lane = shown.lane(row);
            for (const quint32 request : m_painter.rows().requestsOf(row, shown)) {
                if (request > timeline.lanes().size())
                    continue;
                for (const Span &span : timeline.spansOf(timeline.lanes()[request - 1])) {
                    const int left = shown.x(span.begin);
                    painter.fillRect(left, lane.top() + 1, std::max(1, shown.x(span.begin + span.lengthAt(m_run.now())) - left), lane.height() - 2,
                                     m_painter.theme().state(span.state).fill);
                }
            }
        }
    }
    void overlay()
    {
        QPainter painter(&m_image);
        m_painter.paintOverlay(painter, geometry(), m_state);
    }
    void fill(const Shape &shape)
    {
        const std::vector<Trace> batches = shape.make(m_options.spans, 10'000);
        m_painter.setRun(&m_run);
        double trace = 0, follow = 0;
        const double grown = bench::growthOfPeak([&] {
            for (const Trace &batch : batches) {
                const qint64 now = batch.records().back().t;
                trace += bench::cpuTime(1, [&] { m_run.append(batch, now); });
                follow += bench::cpuTime(1, [&] { m_painter.update(); });
            }
        });
        const auto spans = double(m_run.timeline().spans().size());
        print("append: trace, timeline and metrics, a span", trace / spans, "ns", 0);
        print("append: what the painter keeps, a span", follow / spans, "ns", 100);
        print("memory of run and painter", grown, "MB", 0);
    }
    double time(const char *row, double goal, const std::function<void(int)> &work)
    {
        std::vector<double> rounds;
        work(0); // Caches fill.
        for (int round = 0; round < m_options.rounds; ++round)
            rounds.push_back(bench::cpuTime(1, [&] { work(round); }) / 1e6);
        print(row, median(rounds), "ms", goal);
        return median(rounds);
    }

    Options m_options;
    Run m_run;
    TimelinePainter m_painter;
    TimelineState m_state;
    QImage m_image;
    FindResult m_found, m_foundAll;
};

/// A frame of three strips, a tenth as many requests each as the others have spans.
void compareStrips(const Options &options)
{
    const qint64 requests = std::max<qint64>(options.spans / 10, 40);
    std::printf("three strips, %lld requests each\n", (long long)requests);
    std::vector<std::unique_ptr<Run>> runs;
    std::vector<const Run *> shown;
    for (int strip = 0; strip < 3; ++strip) {
        runs.push_back(std::make_unique<Run>(scenarioOf(requests)));
        for (const Trace &batch : strip == 0 ? twoEach(2 * requests, 10'000, 25'500) : strip == 1 ? twoEach(2 * requests, 10'000, 0) : oneEach(requests, 10'000))
            runs.back()->append(batch, batch.records().back().t);
        shown.push_back(runs.back().get());
    }
    StripsPainter strips(Theme::light());
    strips.setRuns(shown);
    TimelineState state;
    state.whole = state.range = wholeRun(strips.now());
    QImage image(size, QImage::Format_RGB32);
    const auto frame = [&] {
        QPainter painter(&image);
        strips.update();
        strips.paintContents(painter, size, state, 0);
        strips.paintOverlay(painter, size, state, 0, 0);
    };
    print("the first frame", bench::cpuTime(1, frame) / 1e6, "ms", 0);
    std::vector<double> rounds;
    for (int round = 0; round < options.rounds; ++round)
        rounds.push_back(bench::cpuTime(1, frame) / 1e6);
    print("a frame, whole runs", median(rounds), "ms", 16);
    state.range = {state.whole.length() / 3, state.whole.length() / 3 + state.whole.length() / 100};
    rounds.clear();
    for (int round = 0; round < options.rounds; ++round)
        rounds.push_back(bench::cpuTime(1, frame) / 1e6);
    print("a frame, a hundredth of them", median(rounds), "ms", 16);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QStringList wanted = app.arguments().mid(1);
    Options options;
    if (wanted.removeAll(QStringLiteral("--smoke")) > 0)
        options = {.rounds = 1, .spans = 4000};
    for (const auto &[name, set] : {std::pair<QString, std::function<void(qint64)>>{
                                        QStringLiteral("--rounds"), [&](qint64 n) { options.rounds = int(std::max<qint64>(1, n)); }},
                                    {QStringLiteral("--spans"), [&](qint64 n) { options.spans = std::max<qint64>(80, n); }}}) {
        if (const auto at = wanted.indexOf(name); at >= 0 && at + 1 < wanted.size()) {
            set(wanted.at(at + 1).toLongLong());
            wanted.remove(at, 2);
        }
    }
    const Shape shapes[]{
        {"40 requests with many attempts", 40, manyAttempts},
        {"two spans a request, all at once", options.spans / 2, [](qint64 spans, qint64 batch) { return twoEach(spans, batch, 0); }},
        {"two spans a request, at a steady rate", options.spans / 2,
         [](qint64 spans, qint64 batch) { return twoEach(spans, batch, 25'500); }},
        {"one span a request, at a steady rate", options.spans, oneEach},
    };
    for (size_t i = 0; i < std::size(shapes); ++i) {
        if (wanted.isEmpty() || wanted.contains(QString::number(i + 1)))
            Bench(shapes[i], options).measureAll();
    }
    if (wanted.isEmpty() || wanted.contains(QStringLiteral("5")))
        compareStrips(options);
}
