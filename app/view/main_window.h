// SPDX-License-Identifier: MIT
#pragma once

#include "view/scenario_info.h"

#include <QMainWindow>

#include <chrono>
#include <memory>
#include <vector>

class QMimeData;

namespace playground {

class Run;
class Section;
struct PadInput;
struct PlaybackState;
struct Scenario;

/// The playground's window. It is told facts (a run, how the playback stands) and emits wishes; it never runs anything
/// itself, so whoever owns both connects them:
///
/// - `resetRequested(s)`: go to t = 0 with scenario `s` and stand there, ready. Emitted for an opened scenario, too.
/// - `scenarioChanged(s, gesture, undoes)`: the scenario was edited. Apply it to the running run where liveEdits() allows that;
///   otherwise start again from t = 0 with `s`. A run that had ended starts again and runs, and further changes of the
///   same gesture (the moves of one drag) start it again, too: its first setting is the one that the gesture ends with.
///   `undoes` is the gesture that the change takes back, -1 for none: if that began another run, the one before comes back.
/// - `stepBackRequested()`, `goToRequested(t)`, `rewindRequested(t)`: show an instant of the past. `goToRequested` runs to a time
///   that has not come yet; `rewindRequested`, of a hand that drags the present along, goes no further than the record.
/// - `runRequested()`, `pauseRequested()`, `stepRequested()`, `toEndRequested()`: of the run that stands there. Before
///   any of them a run that had ended is reset by `resetRequested`.
///
/// Whenever a new run begins, tell the window with setRun() before the old run goes.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The scenario as the form shows it.
    const Scenario &scenario() const;

    /// Makes the window small enough, with its title bar, for a desktop of which so much is free; never larger than it is.
    void fitInto(const QSize &available);

    /// The first five seconds: starts the run and points at the concurrency slider, until a while after the run's end.
    /// Does nothing when a file was opened and where the system asks for reduced motion.
    void begin();

public slots:
    /// The shipped scenarios for the gallery, in the order shown.
    void setScenarioList(const std::vector<playground::ScenarioInfo> &list);
    /// Shows a scenario that was opened; `file` is where to save it, empty for a shipped one. Emits resetRequested().
    void openScenario(const playground::Scenario &scenario, const QString &file = {});
    /// Reads a scenario file, or says in a sentence why not; false then, and everything stays as it was.
    bool openFile(const QString &path);
    /// The run to show; not owned; nullptr = none.
    void setRun(const playground::Run *run);
    /// The runs of the strips beside it, in their order; they follow each setRun() that begins another comparison. Not owned.
    void setStrips(const std::vector<const playground::Run *> &runs);
    /// The run has new records or a later present. Its numbers show with setPlaybackState(), which follows at once, so
    /// that all of the window shows the same instant.
    void runAdvanced();
    void setPlaybackState(const playground::PlaybackState &state);
    /// The scenario is this one at the instant that is shown: the form follows, and no wish comes of it.
    void followScenario(const playground::Scenario &scenario);
    /// The run's scenario as it began, with the edits that were made since: what is saved where there are such edits.
    void setCourse(const playground::Scenario &course);
    /// The tape so far of the recording that recordRequested() began; the state says whether it goes on.
    void takeRecording(const playground::Section &source);
    /// Other runs to outline, or nullptr: the one before the last change, and how this one goes on. They must live until told anew.
    void setGhosts(const playground::Run *before, const playground::Run *ahead);
    /// Another run is to begin: what the edits that the scenario came with have made of it is as it was, because they will come again.
    void takeOwnEditsBack();
    /// The same for the strips, B first; nullptr or too few: there are none.
    void setGhostsBeside(const std::vector<const playground::Run *> &before, const std::vector<const playground::Run *> &ahead);
    /// More is known of how it goes on.
    void ghostsAdvanced();
    /// Something could not be done, as a sentence that says what to do.
    void showProblem(const QString &sentence);

signals:
    void runRequested();
    void pauseRequested();
    void stepRequested();
    void toEndRequested();
    void resetRequested(const playground::Scenario &scenario);
    void scenarioChanged(const playground::Scenario &scenario, int gesture, int undoes);
    /// The changes that belong together are made: no more come with that number.
    void gestureEnded();
    /// Whether outlines of other runs are shown.
    void ghostsWanted(bool wanted);
    void stepBackRequested();
    void goToRequested(qint64 time);
    void rewindRequested(qint64 time);
    /// 0.01 … 100; infinity = Max.
    void speedChanged(double factor);
    /// Begin a recording of what is put in, with this scenario from t = 0; or end the one that is under way.
    void recordRequested(const playground::Scenario &scenario);
    void recordingEndRequested();
    /// What a person puts in, and how long ago; so many clicks at once; clicks at a distance, zero: no more.
    void inputMade(const playground::PadInput &input, std::chrono::nanoseconds age);
    void burstRequested(int clicks);
    void generateRequested(std::chrono::nanoseconds every);
    /// Runs go in real time from now on, or on the virtual clock again: whoever plays them starts with resetRequested()'s scenario anew.
    void wallClockWanted(bool wanted);
    /// A shipped scenario was picked; answer with openScenario().
    void galleryChosen(const QString &name);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    class Parts;

    void fillMenu();
    void connectTransport();
    void connectDocument();
    void connectPanels();
    void connectInput();
    void showInput();
    void replayTape();
    void connectAppearance();
    void connectFiles();
    void offerLostWork();
    void connectComparison();
    void connectWallClock();
    const Run *chosenRun() const;
    void showChosenStrip();
    std::vector<const Run *> shownRuns() const;
    void showRuns();
    Scenario comparisonAsBegun() const;
    Scenario scenarioToBeginWith(const Scenario &began) const;
    void openCompareMenu();
    void keepGhost();
    void openPalette();
    void takeScenario();
    void showNumbers();
    void explainFocus();
    void runOrPause();
    void startAgain();
    void goBackToStart();
    /// Small enough to be typed again.
    static quint64 drawnSeed();
    void changeSeed(quint64 seed);
    static QString droppedFile(const QMimeData *data);

    std::unique_ptr<Parts> m_parts;
};

} // namespace playground
