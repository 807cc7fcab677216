// SPDX-License-Identifier: MIT
#include "model/tape_recording.h"

#include "model/duration.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;

namespace {

const QString eventsKey = QStringLiteral("events"), endKey = QStringLiteral("end"), labelKey = QStringLiteral("label");

/// The longest that a scenario may say.
constexpr nanoseconds longest = std::chrono::hours(24);

} // namespace

TapeRecording::TapeRecording(const Section &source)
    : m_source(findKind(QStringLiteral("source"), QStringLiteral("tape")))
{
    if (const QJsonValue label = source.given().value(labelKey); source.id() == u"tape" && !label.isUndefined())
        m_source.set(labelKey, label);
    m_source.set(eventsKey, m_events);
}

Section TapeRecording::openSource() const
{
    Section open = m_source;
    open.set(endKey, durationText(longest));
    return open;
}

nanoseconds TapeRecording::openEnd() { return longest; }

void TapeRecording::add(const PadInput &input, nanoseconds at)
{
    m_last = std::clamp(at, m_last, longest);
    QJsonObject event{{QStringLiteral("at"), durationText(m_last)}};
    if (input.key.isEmpty()) {
        event.insert(QStringLiteral("click"), true);
    } else {
        event.insert(QStringLiteral("key"), input.key);
        event.insert(QStringLiteral("text"), input.text);
    }
    m_events.append(event);
    m_source.set(eventsKey, m_events);
}

void TapeRecording::close(nanoseconds at)
{
    m_source.set(endKey, durationText(std::clamp(at, m_last, longest)));
}

} // namespace playground
