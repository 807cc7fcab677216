// SPDX-License-Identifier: MIT
#include <asyncade/recorder.h>

#include <limits>

namespace asyncade {

using std::chrono::nanoseconds;

namespace {

constexpr std::uint8_t defaultedBit = 0x80;
constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

std::int64_t packed(const std::optional<nanoseconds> &time) { return time ? time->count() : none; }
std::optional<nanoseconds> unpacked(std::int64_t time) { return time == none ? std::nullopt : std::optional(nanoseconds(time)); }

/// Two numbers in one.
std::int64_t packed(std::uint32_t high, int low) { return std::int64_t(std::uint64_t(high) << 32 | std::uint32_t(low)); }

} // namespace

void Recorder::observe(const TraceEvent &event) noexcept
{
    Record record{};
    record.time = event.time.count();
    record.request = event.span.request;
    record.tryNumber = event.span.tryNumber;
    record.copy = event.span.copy;
    record.part = event.part.id;
    record.kind = std::uint8_t(event.kind);
    remember(record, event);
    m_records.push_back(record);
}

void Recorder::remember(Record &record, const TraceEvent &event)
{
    switch (event.kind) {
    case TraceEventKind::Part:
    case TraceEventKind::Arrive:
    case TraceEventKind::Edit:
    case TraceEventKind::Mark:
        record.extra = std::int64_t(m_texts.size());
        m_texts.push_back(idsOf(event));
        break;
    case TraceEventKind::Join: record.number = event.from; break;
    case TraceEventKind::Wait:
        record.detail = std::uint8_t(event.reason);
        record.number = event.count;
        record.extra = packed(event.until);
        break;
    case TraceEventKind::Go:
        record.detail = std::uint8_t(event.how);
        record.number = event.from;
        record.extra = std::int64_t(event.reason);
        break;
    case TraceEventKind::Free:
    case TraceEventKind::Dispatch: break;
    case TraceEventKind::Attempt: record.number = event.number; break;
    case TraceEventKind::AttemptEnd:
        record.detail = std::uint8_t(event.attemptOutcome);
        record.number = event.number;
        record.extra = -1;
        if (event.code != 0 || event.retryAfter) {
            record.extra = std::int64_t(m_attemptEnds.size());
            m_attemptEnds.push_back({packed(event.retryAfter), event.code});
        }
        break;
    case TraceEventKind::Settle:
        record.detail = std::uint8_t(event.requestOutcome);
        record.number = event.number;
        record.extra = packed(event.from, event.code);
        record.kind |= event.defaulted ? defaultedBit : 0;
        break;
    case TraceEventKind::Level:
        record.extra = std::int64_t(m_levels.size());
        m_levels.push_back({event.value, event.slope, event.limit, idOf(event.texts[0])});
        break;
    case TraceEventKind::End: record.detail = std::uint8_t(event.endReason); break;
    }
}

TraceEvent Recorder::operator[](std::size_t index) const
{
    const Record &record = m_records[index];
    TraceEvent event;
    event.kind = TraceEventKind(record.kind & ~defaultedBit);
    event.time = nanoseconds(record.time);
    event.span = {record.request, record.tryNumber, record.copy};
    event.part = {record.part};
    recall(record, event);
    return event;
}

void Recorder::recall(const Record &record, TraceEvent &event) const
{
    switch (event.kind) {
    case TraceEventKind::Part:
    case TraceEventKind::Arrive:
    case TraceEventKind::Edit:
    case TraceEventKind::Mark: recallTexts(std::size_t(record.extra), event); break;
    case TraceEventKind::Join: event.from = record.number; break;
    case TraceEventKind::Wait:
        event.reason = WaitReason(record.detail);
        event.count = record.number;
        event.until = unpacked(record.extra);
        break;
    case TraceEventKind::Go:
        event.how = GoHow(record.detail);
        event.from = record.number;
        event.reason = WaitReason(record.extra);
        break;
    case TraceEventKind::Free:
    case TraceEventKind::Dispatch: break;
    case TraceEventKind::Attempt: event.number = record.number; break;
    case TraceEventKind::AttemptEnd:
        event.attemptOutcome = AttemptOutcome(record.detail);
        event.number = record.number;
        if (record.extra >= 0) {
            const AttemptEnd &end = m_attemptEnds[std::size_t(record.extra)];
            event.retryAfter = unpacked(end.retryAfter);
            event.code = end.code;
        }
        break;
    case TraceEventKind::Settle:
        event.requestOutcome = RequestOutcome(record.detail);
        event.number = record.number;
        event.from = std::uint32_t(std::uint64_t(record.extra) >> 32);
        event.code = int(std::uint32_t(record.extra));
        event.defaulted = (record.kind & defaultedBit) != 0;
        break;
    case TraceEventKind::Level: {
        const Level &level = m_levels[std::size_t(record.extra)];
        event.value = level.value;
        event.slope = level.slope;
        event.limit = level.limit;
        event.texts[0] = *m_words[level.name];
        break;
    }
    case TraceEventKind::End: event.endReason = EndReason(record.detail); break;
    }
}

void Recorder::recallTexts(std::size_t index, TraceEvent &event) const
{
    for (std::size_t i = 0; i < 3; ++i)
        event.texts[i] = *m_words[m_texts[index].text[i]];
}

std::uint32_t Recorder::idOf(std::string_view text)
{
    const auto [place, isNew] = m_ids.try_emplace(std::string(text), std::uint32_t(m_words.size()));
    if (isNew)
        m_words.push_back(&place->first);
    return place->second;
}

Recorder::Texts Recorder::idsOf(const TraceEvent &event)
{
    return {{idOf(event.texts[0]), idOf(event.texts[1]), idOf(event.texts[2])}};
}

void Recorder::clear()
{
    m_records.clear();
    m_levels.clear();
    m_texts.clear();
    m_attemptEnds.clear();
    m_words.clear();
    m_ids.clear();
}

} // namespace asyncade
