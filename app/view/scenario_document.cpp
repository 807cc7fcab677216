// SPDX-License-Identifier: MIT
#include "view/scenario_document.h"

#include "model/change.h"
#include "model/edits.h"
#include "model/strips.h"
#include "view/change_name.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSaveFile>
#include <QUndoCommand>

#include <algorithm>
#include <map>

namespace playground {

namespace {

/// Keys and wheel steps that follow each other faster belong together.
constexpr int gesturePause = 700;
/// In the place of a value's path: the scenario was typed as text.
const QString wholeText = QStringLiteral("text");
/// The same: the source was recorded.
const QString wholeTape = QStringLiteral("tape");

/// The scenario without edits that have led back to where they began.
Scenario withLastingEdits(Scenario scenario)
{
    std::map<QString, QJsonValue> last;
    for (const Edit &edit : scenario.edits)
        last[edit.path] = edit.value;
    std::erase_if(scenario.edits, [&](const Edit &edit) { return valueAt(scenario, edit.path) == last[edit.path]; });
    return scenario;
}

/// "At a time 3 → 8 in B"; where nothing is compared, or A is meant alone, just the name.
QString inStrip(const QString &name, const Scenario &scenario, qsizetype strip)
{
    return stripCount(scenario) > 1 ? ScenarioDocument::tr("%1 in %2").arg(name, QString(stripLetter(strip))) : name;
}

} // namespace

/// One step of the history: the document before and after it.
class DocumentStep final : public QUndoCommand {
public:
    DocumentStep(ScenarioDocument *document, const QString &name, ScenarioDocument::State after, QString path,
                 bool opens)
        : QUndoCommand(name)
        , m_document(document)
        , m_before(document->m_state)
        , m_after(std::move(after))
        , m_path(std::move(path))
        , m_gesture(document->m_gesture)
        , m_strip(document->m_strip)
        , m_opens(opens)
    {
    }

    void undo() override
    {
        m_undone = true;
        m_document->m_undoneGesture = m_gesture;
        m_document->takeAlone(changed(m_after, m_before), m_opens);
        m_document->m_undoneGesture = -1;
    }
    void redo() override
    {
        if (m_undone)
            m_gesture = m_document->takeAlone(changed(m_before, m_after), m_opens);
        else
            m_document->take(m_after, m_opens); // The change itself, in its gesture.
    }
    int id() const override { return m_path.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = static_cast<const DocumentStep *>(other);
        if (later->m_path != m_path || later->m_gesture != m_gesture || later->m_strip != m_strip)
            return false;
        m_after = later->m_after;
        rename();
        setObsolete(m_after.scenario == m_before.scenario);
        return true;
    }

    /// Says from what to what the value went.
    void rename()
    {
        if (m_path == wholeText)
            return setText(changeName(m_before.scenario, m_after.scenario));
        if (m_path == wholeTape)
            return setText(ScenarioDocument::tr("Record %n inputs", nullptr, int(requestCount(m_after.scenario))));
        const bool own = isOfStrip(m_path) && stripCount(m_after.scenario) > 1;
        const Scenario before = own ? stripOf(m_before.scenario, m_strip) : m_before.scenario;
        const Scenario after = own ? stripOf(m_after.scenario, m_strip) : m_after.scenario;
        if (const Parameter *parameter = parameterAt(after, m_path)) {
            const QString name = changeName(*parameter, valueAt(before, m_path), valueAt(after, m_path));
            setText(own ? inStrip(name, m_after.scenario, m_strip) : name);
        }
    }

private:
    /// The document with this step's change from one state to the other. At another instant of the run its other values can be
    /// others than they were at the step: those stay.
    ScenarioDocument::State changed(const ScenarioDocument::State &from, const ScenarioDocument::State &to) const
    {
        if (m_opens)
            return to;
        ScenarioDocument::State state = m_document->m_state;
        state.scenario = withChange(state.scenario, from.scenario, to.scenario);
        return state;
    }

    ScenarioDocument *m_document;
    ScenarioDocument::State m_before, m_after;
    QString m_path;
    int m_gesture;
    qsizetype m_strip;
    bool m_opens;
    bool m_undone = false;
};

ScenarioDocument::ScenarioDocument(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(gesturePause);
    connect(&m_pause, &QTimer::timeout, this, &ScenarioDocument::endPausedGesture);
    start(defaultScenario(), {});
}

void ScenarioDocument::start(const Scenario &scenario, const QString &file)
{
    m_undo.clear();
    take({scenario, scenario, file}, true);
}

Scenario ScenarioDocument::whole() const
{
    const Scenario &now = m_state.scenario;
    if (!m_course || stripCount(*m_course) != stripCount(now))
        return now; // The run has not been told of the change yet.
    Scenario whole = *m_course;
    std::vector<Scenario> others;
    for (qsizetype strip = 1; strip < stripCount(now); ++strip)
        others.push_back(stripOf(*m_course, strip));
    if (m_course->edits == now.edits) {
        whole = now;
        // What they have made of the scenario by now they will make of it again.
        for (const Edit &edit : now.edits) {
            if (valueAt(now, edit.path) == edit.value)
                whole = withEdit(whole, {{}, edit.path, valueAt(*m_course, edit.path)}).value_or(whole);
        }
    }
    whole.name = now.name;
    whole.title = now.title;
    whole.group = now.group;
    whole.info = now.info;
    whole.challenge = now.challenge;
    whole = withStrips(whole, m_course->compare, others);
    for (qsizetype strip = 1; strip < stripCount(now); ++strip) {
        if (stripName(whole, strip) != stripName(now, strip))
            whole = withStripName(whole, strip, stripName(now, strip));
    }
    return whole;
}

void ScenarioDocument::setCourse(const Scenario &course)
{
    if (m_course == course)
        return;
    m_course = course;
    emit stateChanged();
}

bool ScenarioDocument::isDirty() const { return withLastingEdits(whole()) != withLastingEdits(m_state.saved); }

Scenario ScenarioDocument::strip() const
{
    return stripCount(m_state.scenario) > 1 ? stripOf(m_state.scenario, m_strip) : m_state.scenario;
}

void ScenarioDocument::chooseStrip(qsizetype strip)
{
    if (strip == m_strip || strip < 0 || strip >= stripCount(m_state.scenario))
        return;
    endGesture();
    m_strip = strip;
    emit stripChosen(strip);
}

bool ScenarioDocument::set(const QString &path, const QJsonValue &value, const QString &stepName)
{
    const Scenario shown = strip();
    const bool own = isOfStrip(path) && stripCount(m_state.scenario) > 1;
    ScenarioOrProblem changed = withChosenValue(own ? shown : m_state.scenario, path, value);
    if (const auto *strip = std::get_if<Scenario>(&changed); strip && own)
        changed = withStrip(m_state.scenario, m_strip, Scenario(*strip));
    if (const auto *wrong = std::get_if<Problem>(&changed)) {
        emit problem(wrong->text());
        return false;
    }
    State after = m_state;
    after.scenario = std::get<Scenario>(changed);
    const Parameter *parameter = parameterAt(shown, path);
    const QString name = parameter ? parameter->title : stepName;
    push(own ? inStrip(name, m_state.scenario, m_strip) : name, after, path, false);
    return true;
}

void ScenarioDocument::setPolicies(const std::vector<Policy> &policies, const QString &stepName)
{
    Scenario shown = strip();
    shown.policies = policies;
    if (stripCount(m_state.scenario) == 1)
        return replace(shown, stepName);
    const ScenarioOrProblem changed = withStrip(m_state.scenario, m_strip, shown);
    if (const auto *scenario = std::get_if<Scenario>(&changed))
        replace(*scenario, inStrip(stepName, *scenario, m_strip));
    else
        emit problem(std::get<Problem>(changed).text());
}

void ScenarioDocument::replace(const Scenario &scenario, const QString &stepName)
{
    State after = m_state;
    after.scenario = scenario;
    push(stepName, after, {}, false);
}

void ScenarioDocument::rewrite(const Scenario &scenario)
{
    State after = m_state;
    after.scenario = scenario;
    push({}, after, wholeText, false);
}

void ScenarioDocument::drawSeed(quint64 seed)
{
    State state = m_state;
    state.scenario.seed = seed;
    if (!isDirty())
        state.saved.seed = seed;
    m_state = state;
    emit stateChanged();
}

void ScenarioDocument::follow(const Scenario &scenario)
{
    State state = m_state;
    state.scenario = scenario;
    // What is put in changes a tape by a step of its own, which must find the one before it.
    const QLatin1String tape("tape");
    if (m_state.scenario.source.id() == tape && scenario.source.id() == tape)
        state.scenario.source = m_state.scenario.source;
    state.scenario.name = m_state.scenario.name;
    state.scenario.title = m_state.scenario.title;
    state.scenario.group = m_state.scenario.group;
    state.scenario.info = m_state.scenario.info;
    state.scenario.challenge = m_state.scenario.challenge;
    if (state.scenario != m_state.scenario)
        takeAlone(state, false);
}

void ScenarioDocument::open(const Scenario &scenario, const QString &file)
{
    push(tr("Open “%1”").arg(scenario.title), {scenario, scenario, file}, {}, true);
}

void ScenarioDocument::recordTape(const Section &source, bool begins)
{
    if (begins)
        endGesture();
    State after = m_state;
    after.scenario.source = source;
    push({}, after, wholeTape, false);
    m_pause.stop(); // Silence does not end a recording.
}

void ScenarioDocument::restore(const Scenario &scenario, const Scenario &saved, const QString &file)
{
    push(tr("Restore “%1”").arg(scenario.title), {scenario, saved, file}, {}, true);
}

void ScenarioDocument::push(const QString &name, const State &after, const QString &path, bool opens)
{
    if (!opens && after.scenario == m_state.scenario)
        return;
    auto *step = new DocumentStep(this, name, after, path, opens);
    if (path.isEmpty()) {
        endGesture();
        m_undo.push(step);
        endGesture();
        return;
    }
    step->rename();
    m_undo.push(step);
    m_pause.start();
}

void ScenarioDocument::endGesture()
{
    ++m_gesture;
    emit gestureEnded();
}

void ScenarioDocument::endPausedGesture()
{
    // A hand that rests on a slider has not let go of it.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        m_pause.start();
    else
        endGesture();
}

/// An undo or redo belongs to no gesture before or after it. Gives its own.
int ScenarioDocument::takeAlone(const State &state, bool opens)
{
    endGesture();
    const int gesture = m_gesture;
    take(state, opens);
    endGesture();
    return gesture;
}

void ScenarioDocument::take(const State &state, bool opens)
{
    // What is saved where does not change by editing, nor by undoing an edit.
    if (opens) {
        m_state = state;
        m_course.reset(); // That was a run of the scenario before.
    } else {
        m_state.scenario = state.scenario;
    }
    const qsizetype before = m_strip;
    m_strip = opens ? 0 : std::min(m_strip, stripCount(m_state.scenario) - 1);
    emit stateChanged();
    if (opens)
        emit opened(m_state.scenario);
    else
        emit edited(m_state.scenario);
    if (m_strip != before)
        emit stripChosen(m_strip);
}

bool ScenarioDocument::save(const QString &file)
{
    QSaveFile out(file);
    const Scenario saved = whole();
    const QByteArray text = writeScenario(saved);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        emit problem(tr("“%1” could not be written: %2. Save it under another name or in another folder.")
                         .arg(QDir::toNativeSeparators(file), out.errorString()));
        return false;
    }
    m_state.file = file;
    m_state.saved = saved;
    emit stateChanged();
    return true;
}

} // namespace playground
