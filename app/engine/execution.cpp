// SPDX-License-Identifier: MIT
#include "engine/execution.h"

#include "engine/patterns/pattern.h"
#include "engine/traffic.h"
#include "model/edits.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <stdexcept>

namespace playground {

namespace report = asyncade::report;

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

Execution::Execution(const Scenario &scenario, asyncade::Clock &clock, std::chrono::nanoseconds origin)
    : m_scenario(scenario), m_clock(clock), m_origin(origin)
{
}

Execution::~Execution() = default;

void Execution::start()
{
    m_started = true;
    const asyncade::ClockScope scope(m_clock);
    m_traffic = std::make_unique<Traffic>(m_scenario, m_origin);
    if (m_sourceIsOpen)
        m_traffic->grow(true);
    m_pattern = runPattern();
}

QCoro::Task<> Execution::runPattern()
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
    if (m_whenDone)
        m_whenDone();
}

void Execution::apply(const Edit &edit)
{
    const asyncade::ClockScope scope(m_clock);
    const QJsonValue before = valueAt(m_scenario, edit.path);
    const std::optional<Scenario> changed = withEdit(m_scenario, edit);
    if (!changed || before == edit.value)
        return;
    m_scenario = *changed;
    report::edit(edit.path.toStdString(), written(before), written(edit.value));
    if (m_traffic)
        m_traffic->edited();
}

void Execution::growSource(const Section &source, bool isOpen)
{
    m_scenario.source = source;
    m_sourceIsOpen = isOpen;
    const asyncade::ClockScope scope(m_clock);
    if (m_traffic)
        m_traffic->grow(isOpen);
}

void Execution::finish(asyncade::EndReason reason)
{
    m_ended = true;
    const asyncade::ClockScope scope(m_clock);
    report::end(reason);
    m_clock.setObserver(nullptr);
}

} // namespace playground
