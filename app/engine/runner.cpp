// SPDX-License-Identifier: MIT
#include "engine/runner.h"

#include "engine/patterns/pattern.h"
#include "engine/traffic.h"
#include "model/scenario_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <stdexcept>

namespace playground {

namespace report = asyncade::report;
using std::chrono::nanoseconds;

namespace {

/// A value as it stands in the file.
std::string written(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.mid(1, wrapped.size() - 2).toStdString();
}

} // namespace

Runner::Runner(const Scenario &scenario)
    : m_scenario(scenario), m_edits(scenario.edits.begin(), scenario.edits.end()), m_clock(asyncade::VirtualClock::Use::OnlyInside)
{
    m_clock.setObserver(&m_recorder);
}

Runner::~Runner()
{
    // What unwinds now is no part of the run.
    m_clock.setObserver(nullptr);
}

std::optional<nanoseconds> Runner::nextControl() const
{
    if (!m_edits.empty() && (!m_scenario.until || m_edits.front().at <= *m_scenario.until))
        return std::max(m_edits.front().at, now());
    return m_scenario.until;
}

std::optional<nanoseconds> Runner::next() const
{
    if (m_ended)
        return std::nullopt;
    if (!m_started)
        return nanoseconds{};
    const auto due = m_clock.next();
    const auto control = nextControl();
    if (due && control)
        return std::min(*due, *control);
    if (!due && !control)
        return now(); // It ends now, because nothing is left to do.
    return due ? due : control;
}

bool Runner::advanceOnce(nanoseconds limit)
{
    if (m_ended)
        return false;
    if (!m_started) {
        start();
        return true;
    }
    const auto due = m_clock.next();
    if (const auto at = nextControl(); at && (!due || *due > *at)) {
        if (*at > limit)
            return false;
        showTime(*at);
        control();
        return true;
    }
    if (!due) {
        finish(asyncade::EndReason::Idle);
        return true;
    }
    if (!m_clock.advanceOnce(limit))
        return false;
    if (m_patternDone)
        finish(asyncade::EndReason::Done);
    return true;
}

void Runner::advanceTo(nanoseconds time)
{
    while (advanceOnce(time)) {
    }
    showTime(time);
}

void Runner::showTime(nanoseconds time)
{
    if (!m_ended && time > now())
        m_clock.runUntil(time);
}

void Runner::runToEnd()
{
    while (advanceOnce(nanoseconds::max())) {
    }
}

void Runner::edit(const QString &path, const QJsonValue &value)
{
    const auto later = std::ranges::find_if(m_edits, [this](const Edit &edit) { return edit.at > now(); });
    m_edits.insert(later, Edit{now(), path, value});
}

void Runner::start()
{
    m_started = true;
    {
        const asyncade::ClockScope scope(m_clock);
        m_traffic = std::make_unique<Traffic>(m_scenario);
        m_pattern = runPattern();
    }
    if (m_patternDone)
        finish(asyncade::EndReason::Done);
}

QCoro::Task<> Runner::runPattern()
{
    const Pattern pattern = findPattern(m_scenario.pattern.id());
    Q_ASSERT(pattern);
    try {
        auto running = pattern(*m_traffic, {});
        co_await running;
        auto closing = m_traffic->closed({});
        co_await closing;
    } catch (const std::logic_error &fault) {
        // Numbers that the table allows and the library refuses: a fault of ours, which must not pass for a cancelled run.
        qCritical("pattern %s: %s", qPrintable(m_scenario.pattern.id()), fault.what());
    } catch (...) {
        // The failure that stopped the pattern: its request has settled with it.
    }
    m_traffic->cancelRest();
    m_patternDone = true;
}

/// Does what the scenario itself demands at this instant: an edit, or the end.
void Runner::control()
{
    if (m_edits.empty() || (m_scenario.until && m_edits.front().at > *m_scenario.until)) {
        finish(asyncade::EndReason::Until);
        return;
    }
    const Edit edit = m_edits.front();
    m_edits.pop_front();
    const asyncade::ClockScope scope(m_clock);
    apply(edit);
}

void Runner::apply(const Edit &edit)
{
    const QJsonValue before = valueAt(m_scenario, edit.path);
    const ScenarioOrProblem changed = withValue(m_scenario, edit.path, edit.value);
    const auto *scenario = std::get_if<Scenario>(&changed);
    if (!scenario || before == edit.value)
        return;
    m_scenario = *scenario;
    report::edit(edit.path.toStdString(), written(before), written(edit.value));
    if (m_traffic)
        m_traffic->edited();
}

void Runner::finish(asyncade::EndReason reason)
{
    m_ended = true;
    const asyncade::ClockScope scope(m_clock);
    report::end(reason);
    m_clock.setObserver(nullptr);
}

} // namespace playground
