// SPDX-License-Identifier: MIT
#include "engine/playback.h"

#include "app/engine/run_scenario.h"
#include "model/edits.h"
#include "model/strips.h"
#include "view/scenario_document.h"

#include <algorithm>
#include <random>

using namespace playground;
using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

namespace {

constexpr qint64 ms = 1'000'000;
constexpr qsizetype strips = 3;
constexpr qsizetype shared = -1;

/// Sixty fetches at once: A and B a few at a time, C all at once and long over when the others go on. The scenario comes with edits.
Scenario sixty()
{
    return with(scenarioWith({{"source.count", "60"},
                              {"pattern.kind", "parallel-map"},
                              {"pattern.limit", "3"},
                              {"backend.latency", R"({"kind":"uniform","min":"20ms","max":"90ms"})"},
                              {"edits", R"([{"at":"60ms","set":{"pattern.limit":2}},{"at":"130ms","set":{"backend.latency.max":"70ms","pattern.limit":5}}])"}}),
                {{"compare", R"([{"name":"Bee","set":{"pattern.limit":2}},{"set":{"pattern.kind":"gather"}}])"}});
}

/// An edit, and of which strip; `shared`: of all.
struct Made {
    qsizetype strip = 0;
    Edit edit;
};

/// What the runs are to be, worked out in the simplest way: all edits in order of time, and what undo needs to know.
struct Model {
    Scenario began = sixty();
    std::vector<Made> made;
    qint64 now = 0, recorded = 0;

    /// All this, as it was when a branch began.
    struct Before {
        int step;
        std::vector<Made> made;
        qint64 now, recorded;
    };
    std::vector<Before> before;

    Model()
    {
        for (const Edit &edit : began.edits)
            made.push_back({isOfStrip(edit.path) ? 0 : shared, edit});
    }

    Scenario strip(qsizetype strip) const
    {
        Scenario alone = stripOf(began, strip);
        alone.edits.clear();
        for (const Made &one : made) {
            if (one.strip == strip || one.strip == shared)
                alone.edits.push_back(one.edit);
        }
        return alone;
    }

    Scenario current(qsizetype strip) const
    {
        Scenario current = this->strip(strip);
        for (const Edit &edit : std::exchange(current.edits, {})) {
            if (edit.at <= nanoseconds(now))
                current = *withEdit(current, edit);
        }
        return current;
    }

    void goTo(qint64 time)
    {
        now = time;
        recorded = std::max(recorded, now);
    }

    void edit(int step, qsizetype strip, const QString &path, const QJsonValue &value)
    {
        if (valueAt(current(std::max<qsizetype>(strip, 0)), path) == value)
            return;
        if (now < recorded) {
            before.push_back({step, made, now, recorded});
            std::erase_if(made, [this](const Made &one) { return one.edit.at > nanoseconds(now); });
            recorded = now;
        }
        const auto later = std::ranges::find_if(made, [this](const Made &one) { return one.edit.at > nanoseconds(now); });
        made.insert(later, {strip, {nanoseconds(now), path, value}});
    }

    /// Whether this step had begun a branch: then all is as it was.
    bool takeBack(int step)
    {
        const auto found = std::find_if(before.rbegin(), before.rend(), [step](const Before &one) { return one.step == step; });
        if (found == before.rend())
            return false;
        const Before whole = *found;
        before.erase(std::prev(found.base()), before.end());
        made = whole.made;
        now = whole.now;
        recorded = whole.recorded;
        return true;
    }
};

/// A document and the playback of its scenario, told of each other as the window does it.
struct Shown {
    ScenarioDocument document;
    Playback playback;
    bool quiet = true;

    explicit Shown(const Scenario &scenario)
    {
        document.start(scenario, {});
        QObject::connect(&document, &ScenarioDocument::edited, &playback, [this](const Scenario &edited) {
            if (!quiet)
                playback.change(edited, document.gesture(), document.undoneGesture());
        });
        QObject::connect(&playback, &Playback::scenarioShown, &document, [this](const Scenario &followed) {
            quiet = true;
            document.follow(followed);
            quiet = false;
        });
        quiet = false;
        playback.reset(scenario);
    }

    const Run &run(qsizetype strip) const { return strip == 0 ? playback.run() : *playback.strips()[size_t(strip - 1)]; }
};

/// One step of the document's history.
struct Deed {
    int id;
    qsizetype strip;
    QString path;
    QJsonValue from, to;
};

std::unique_ptr<Run> runStoppedAt(const Scenario &scenario, qint64 time)
{
    Runner runner(scenario);
    runner.advanceTo(nanoseconds(time));
    auto run = std::make_unique<Run>(scenario);
    run->append(runner.takeBatch(), runner.now().count());
    return run;
}

} // namespace

/// Whatever is edited, rewound, undone and done again: each strip is at each instant what a run of its own scenario and edits is there,
/// and the form shows what is in force.
class HistoryPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void everyStripIsARunOfItsOwnCourse_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void everyStripIsARunOfItsOwnCourse()
    {
        QFETCH(int, seed);
        std::mt19937_64 random{quint64(seed)};
        const auto draw = [&](qint64 from, qint64 to) { return from + qint64(random() % quint64(to - from + 1)); };
        Shown shown(sixty());
        Model model;
        std::vector<Deed> steps;
        size_t done = 0; // So many of the steps are not undone.
        int nextId = 0;
        goTo(shown, model, draw(10, 80) * ms);
        check(shown, model);
        for (int i = 0; i < 30; ++i) {
            QString deed;
            switch (draw(0, 7)) {
            case 0:
            case 1:
                deed = "go on";
                goTo(shown, model, model.recorded + draw(1, 40) * ms);
                break;
            case 2:
            case 3:
                deed = "rewind";
                goTo(shown, model, draw(0, model.recorded));
                break;
            case 4:
            case 5: {
                const qsizetype strip = draw(-1, 1);
                Deed step{nextId++, strip, strip == shared ? "backend.latency.max" : "pattern.limit", {}, {}};
                step.from = valueAt(model.current(std::max<qsizetype>(strip, 0)), step.path);
                do {
                    step.to = strip == shared ? QJsonValue(QStringLiteral("%1ms").arg(draw(30, 120))) : QJsonValue(draw(1, 7));
                } while (step.to == step.from);
                deed = QStringLiteral("set %1 of strip %2").arg(step.path).arg(strip);
                shown.document.chooseStrip(std::max<qsizetype>(strip, 0));
                shown.document.set(step.path, step.to);
                shown.document.endGesture();
                model.edit(step.id, strip, step.path, step.to);
                steps.resize(done);
                steps.push_back(step);
                ++done;
                break;
            }
            case 6: {
                deed = "undo";
                shown.document.undoStack()->undo();
                if (done == 0)
                    break;
                const Deed &step = steps[--done];
                if (!model.takeBack(step.id))
                    model.edit(nextId++, step.strip, step.path, step.from);
                break;
            }
            case 7: {
                deed = "redo";
                shown.document.undoStack()->redo();
                if (done == steps.size())
                    break;
                const Deed &step = steps[done++];
                model.edit(step.id, step.strip, step.path, step.to);
                break;
            }
            }
            check(shown, model);
            if (QTest::currentTestFailed())
                qFatal("seed %d, after deed %d: %s, at %lld ns", seed, i, qPrintable(deed), model.now);
        }
        shown.playback.toEnd();
        QTRY_COMPARE(shown.playback.state().phase, Phase::Ended);
        for (qsizetype strip = 0; strip < strips; ++strip)
            QVERIFY2(shown.run(strip).trace() == runOf(model.strip(strip))->trace(), qPrintable(QStringLiteral("seed %1, strip %2").arg(seed).arg(strip)));
    }

private:
    static void goTo(Shown &shown, Model &model, qint64 time)
    {
        shown.playback.goTo(time);
        model.goTo(time);
    }

    /// The runs and the form, as soon as they have come to the instant.
    static void check(Shown &shown, const Model &model)
    {
        std::vector<std::unique_ptr<Run>> fresh;
        for (qsizetype strip = 0; strip < strips; ++strip)
            fresh.push_back(runStoppedAt(model.strip(strip), model.now));
        QTRY_COMPARE(shown.playback.state().phase, Phase::Paused);
        QTRY_COMPARE(shown.playback.state().now, model.now);
        QTRY_COMPARE(shown.playback.state().rewound, model.now < model.recorded);
        for (qsizetype strip = 0; strip < strips; ++strip) {
            QTRY_COMPARE(shown.run(strip).trace().size(), fresh[size_t(strip)]->trace().size());
            QVERIFY(shown.run(strip).trace() == fresh[size_t(strip)]->trace());
            const Scenario form = stripOf(shown.document.scenario(), strip), current = model.current(strip);
            for (const char *path : {"pattern.limit", "backend.latency.max"}) {
                QCOMPARE(valueAt(form, path), valueAt(current, path));
                if (!fresh[size_t(strip)]->ended())
                    QCOMPARE(valueAt(shown.run(strip).current(), path), valueAt(current, path));
            }
        }
        QCOMPARE(stripName(shown.document.scenario(), 1), "Bee");
    }
};

QTEST_MAIN(HistoryPropertyTest)
#include "history_property_test.moc"
