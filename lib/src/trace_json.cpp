// SPDX-License-Identifier: MIT
#include <asyncade/detail/trace_json.h>

#include <QLocale>
#include <QString>

#include <array>
#include <cmath>

namespace asyncade::detail {

namespace {

template <std::size_t size, class Word>
const char *pick(const std::array<const char *, size> &words, Word word) noexcept
{
    return std::size_t(word) < size ? words[std::size_t(word)] : "";
}

const char *word(GoHow how) noexcept
{
    static constexpr std::array words{"granted", "elapsed", "rejected", "cancelled"};
    return pick(words, how);
}

const char *word(AttemptOutcome outcome) noexcept
{
    static constexpr std::array words{"ok", "failed", "refused", "timedOut", "cancelled", "abandoned"};
    return pick(words, outcome);
}

const char *word(RequestOutcome outcome) noexcept
{
    static constexpr std::array words{"succeeded", "failed", "timedOut", "cancelled", "dropped", "pending"};
    return pick(words, outcome);
}

const char *word(EndReason reason) noexcept
{
    static constexpr std::array words{"done", "idle", "until", "stopped"};
    return pick(words, reason);
}

/// The fields of one object.
class Fields {
public:
    explicit Fields(QByteArray &json) : m_json(json) { m_json += '{'; }
    ~Fields() { m_json += '}'; }
    Fields(const Fields &) = delete;
    Fields &operator=(const Fields &) = delete;

    Fields &text(const char *key, std::string_view value)
    {
        name(key);
        appendJson(m_json, value);
        return *this;
    }
    Fields &number(const char *key, qint64 value)
    {
        name(key);
        m_json += QByteArray::number(value);
        return *this;
    }
    Fields &real(const char *key, double value)
    {
        name(key);
        appendJson(m_json, value);
        return *this;
    }
    Fields &flag(const char *key, bool value)
    {
        name(key);
        m_json += value ? "true" : "false";
        return *this;
    }

private:
    void name(const char *key)
    {
        if (!m_json.endsWith('{'))
            m_json += ',';
        m_json += '"';
        m_json += key;
        m_json += "\":";
    }
    QByteArray &m_json;
};

void addTry(Fields &fields, const TraceEvent &event) { fields.number("try", event.span.tryNumber).number("copy", event.span.copy); }

void addAttemptEnd(Fields &fields, const TraceEvent &event)
{
    fields.number("number", event.number);
    addTry(fields, event);
    fields.text("outcome", word(event.attemptOutcome)).number("code", event.code);
    if (event.retryAfter)
        fields.number("retryAfter", event.retryAfter->count());
}

void addSettle(Fields &fields, const TraceEvent &event)
{
    fields.text("outcome", word(event.requestOutcome)).number("number", event.number);
    fields.number("code", event.code).flag("defaulted", event.defaulted);
    if (event.from != 0)
        fields.number("cause", event.from);
}

void addWait(Fields &fields, const TraceEvent &event)
{
    addTry(fields, event);
    fields.text("reason", detail::word(event.reason));
    if (event.until)
        fields.number("until", event.until->count());
    fields.number("ahead", event.count);
}

void addLevel(Fields &fields, const TraceEvent &event)
{
    fields.text("name", event.texts[0]).real("value", event.value).real("slope", event.slope);
    if (event.limit > 0)
        fields.real("limit", event.limit);
}

void addKind(Fields &fields, const TraceEvent &event)
{
    switch (event.kind) {
    case TraceEventKind::Part: fields.text("kind", event.texts[0]).text("path", event.texts[1]).text("name", event.texts[2]); break;
    case TraceEventKind::Arrive:
        if (!event.texts[0].empty())
            fields.text("text", event.texts[0]);
        break;
    case TraceEventKind::Join: fields.number("lead", event.from); break;
    case TraceEventKind::Wait: addWait(fields, event); break;
    case TraceEventKind::Go:
        addTry(fields, event);
        if (event.reason != WaitReason::None)
            fields.text("reason", detail::word(event.reason));
        fields.text("how", word(event.how)).number("from", event.from);
        break;
    case TraceEventKind::Free:
    case TraceEventKind::Dispatch: break;
    case TraceEventKind::Attempt:
        fields.number("number", event.number);
        addTry(fields, event);
        break;
    case TraceEventKind::AttemptEnd: addAttemptEnd(fields, event); break;
    case TraceEventKind::Settle: addSettle(fields, event); break;
    case TraceEventKind::Level: addLevel(fields, event); break;
    case TraceEventKind::Edit: fields.text("path", event.texts[0]).text("old", event.texts[1]).text("new", event.texts[2]); break;
    case TraceEventKind::Mark: fields.text("text", event.texts[0]); break;
    case TraceEventKind::End: fields.text("reason", word(event.endReason)); break;
    }
}

} // namespace

const char *word(TraceEventKind kind) noexcept
{
    static constexpr std::array words{"part", "arrive", "join", "wait", "go", "free", "dispatch",
                                      "attempt", "attemptEnd", "settle", "level", "edit", "mark", "end"};
    return pick(words, kind);
}

const char *word(WaitReason reason) noexcept
{
    static constexpr std::array words{"none", "slot", "token", "turn", "batch", "collect", "quiet", "window", "backoff", "pause", "server",
                                      "sleep", "work", "hedge"};
    return pick(words, reason);
}

void appendJson(QByteArray &json, std::string_view text)
{
    json += '"';
    const QByteArray clean = QString::fromUtf8(text.data(), qsizetype(text.size())).toUtf8();
    for (const char c : clean) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += "\\u" + QByteArray::number(int(c), 16).rightJustified(4, '0');
        } else {
            json += c;
        }
    }
    json += '"';
}

void appendJson(QByteArray &json, double number)
{
    json += std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest) : QByteArray("null");
}

void appendMicroseconds(QByteArray &json, std::chrono::nanoseconds time)
{
    json += QByteArray::number(qint64(time.count() / 1000)) + '.' + QByteArray::number(qint64(time.count() % 1000)).rightJustified(3, '0');
}

void appendEvent(QByteArray &json, const TraceEvent &event, std::size_t index)
{
    Fields fields(json);
    fields.number("i", qint64(index)).text("event", word(event.kind)).number("t", event.time.count());
    if (event.span.request != 0 && event.kind != TraceEventKind::Level)
        fields.number("request", event.span.request);
    if (event.part.id != 0)
        fields.number("part", event.part.id);
    addKind(fields, event);
}

} // namespace asyncade::detail
