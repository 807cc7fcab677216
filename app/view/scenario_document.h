// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <optional>

namespace playground {

/// The scenario being edited: every change is an undo step with a readable name, and it knows which file it belongs to
/// and whether it is saved. A scenario that breaks a rule is refused with problem() and changes nothing.
///
/// Numbers that are changed while the run goes on are edits of the run, each at its time. What is saved is the scenario with which the
/// run began and these edits: running the file gives the run that stood in the window.
class ScenarioDocument : public QObject {
    Q_OBJECT

public:
    explicit ScenarioDocument(QObject *parent = nullptr);

    const Scenario &scenario() const { return m_state.scenario; }
    /// What there is to be saved: scenario(), or, where numbers were changed while the run went on, the scenario as it began and these
    /// edits.
    Scenario whole() const;
    /// The run that stands there: its scenario as it began, with the edits that were made since.
    void setCourse(const Scenario &course);
    /// As it was saved, or as it was before the first edit.
    const Scenario &saved() const { return m_state.saved; }
    /// Where it is saved; empty for a shipped or a new one.
    const QString &file() const { return m_state.file; }
    /// Whether there is anything to be saved. What was changed and changed back while the run went on is nothing.
    bool isDirty() const;
    QUndoStack *undoStack() { return &m_undo; }

    /// The strip of the comparison whose pattern and policies are shown and edited; 0 = A.
    qsizetype chosenStrip() const { return m_strip; }
    /// That strip as a scenario of its own.
    Scenario strip() const;
    /// One that there is not chooses nothing.
    void chooseStrip(qsizetype strip);

    /// Sets one value, like `--set path=value`; one of the pattern or the policies in the chosen strip alone, any other in all.
    /// Changes of the same path in one gesture are one undo step; `stepName`
    /// names it where the table has no name for the path.
    bool set(const QString &path, const QJsonValue &value, const QString &stepName = {});
    /// Gives the chosen strip these policies, as one undo step with this name.
    void setPolicies(const std::vector<Policy> &policies, const QString &stepName);
    /// Puts another scenario in its place as one undo step with this name.
    void replace(const Scenario &scenario, const QString &stepName);
    /// Puts what was typed as text in its place: typing without a pause is one undo step, named after what it changed.
    void rewrite(const Scenario &scenario);
    /// The tape so far of a recording; all of one recording is one undo step. `begins`: this is its beginning.
    void recordTape(const Section &source, bool begins);
    /// Ends a gesture: the next change is a step of its own. Changes by keys and the wheel, which nothing ends, end
    /// when no more came for a moment.
    void endGesture();
    /// Which gesture the last change belongs to: several changes of one drag share a number.
    int gesture() const { return m_gesture; }
    /// While a step is being undone: the gesture of the change that it takes back; otherwise -1.
    int undoneGesture() const { return m_undoneGesture; }
    /// Shows what the scenario was at another instant of the run: no edit, and no step to undo. Its words stay.
    void follow(const Scenario &scenario);
    /// Changes the seed without an undo step and without making it unsaved: a draw of an unlocked seed is not an edit.
    void drawSeed(quint64 seed);
    /// Shows another scenario, as one undo step.
    void open(const Scenario &scenario, const QString &file);
    /// Shows work that was lost and found again, as one undo step; where it differs from `saved` it is unsaved.
    void restore(const Scenario &scenario, const Scenario &saved, const QString &file);
    /// Forgets what was before, e.g. for the first scenario.
    void start(const Scenario &scenario, const QString &file);
    /// Writes the file as a whole or not at all; says problem() when it cannot.
    bool save(const QString &file);

signals:
    /// By an edit, its undo or redo, or because another instant is shown.
    void edited(const playground::Scenario &scenario);
    /// Another scenario stands there: opened, or an opening undone.
    void opened(const playground::Scenario &scenario);
    /// What belongs together has come to its end.
    void gestureEnded();
    /// Name, file or whether it is saved may have changed.
    void stateChanged();
    /// Another strip is chosen.
    void stripChosen(qsizetype strip);
    void problem(const QString &sentence);

private:
    friend class DocumentStep;

    struct State {
        Scenario scenario;
        Scenario saved;
        QString file;
    };
    void push(const QString &name, const State &after, const QString &path, bool opens);
    void take(const State &state, bool opens);
    int takeAlone(const State &state, bool opens);
    void endPausedGesture();

    State m_state;
    std::optional<Scenario> m_course; ///< Of the run, as far as there is one of this scenario.
    qsizetype m_strip = 0;
    QUndoStack m_undo;
    int m_gesture = 0;
    int m_undoneGesture = -1;
    QTimer m_pause; // Runs since the last change of a gesture.
};

} // namespace playground
