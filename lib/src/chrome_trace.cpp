// SPDX-License-Identifier: MIT
#include <asyncade/chrome_trace.h>

#include <asyncade/detail/trace_json.h>

#include <QFileDevice>
#include <QIODevice>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace asyncade {

using std::chrono::nanoseconds;

namespace {

constexpr qsizetype pieceSize = 1 << 16;
constexpr std::uint64_t threadsPerRequest = 8; // One for each copy that a hedge may start, and some.
constexpr std::string_view tail = "]}\n";

std::uint64_t threadOf(std::uint32_t request, std::uint16_t copy) { return std::uint64_t(request) * threadsPerRequest + copy; }

/// What belongs together: the begin and the end of a wait, or of an attempt. The part of an attempt's end is its cause.
using SliceKey = std::tuple<std::uint32_t, std::uint16_t, std::uint32_t, std::uint16_t>;

SliceKey keyOf(const TraceEvent &event)
{
    const bool attempt = event.kind == TraceEventKind::Attempt || event.kind == TraceEventKind::AttemptEnd;
    return {event.span.request, event.span.copy, attempt ? event.number : 0, attempt ? std::uint16_t(0) : event.part.id};
}

} // namespace

/// Where the bytes go.
class ChromeTraceWriter::Output {
public:
    virtual ~Output() = default;
    virtual bool write(const char *bytes, std::size_t size) = 0;
    /// Goes back over the last `size` bytes. False: it cannot.
    virtual bool back(std::size_t size) = 0;
    virtual bool canGoBack() const = 0;
    virtual bool flush() = 0;
};

class ChromeTraceWriter::DeviceOutput final : public Output {
public:
    explicit DeviceOutput(QIODevice &device) : m_device(device) {}
    bool write(const char *bytes, std::size_t size) override { return m_device.write(bytes, qint64(size)) == qint64(size); }
    bool back(std::size_t size) override { return m_device.seek(m_device.pos() - qint64(size)); }
    bool canGoBack() const override { return !m_device.isSequential(); }
    bool flush() override
    {
        const auto file = qobject_cast<QFileDevice *>(&m_device);
        return !file || file->flush();
    }

private:
    QIODevice &m_device;
};

class ChromeTraceWriter::StreamOutput final : public Output {
public:
    explicit StreamOutput(std::ostream &stream) : m_stream(stream), m_seeks(stream.tellp() != std::ostream::pos_type(-1)) {}
    bool write(const char *bytes, std::size_t size) override { return bool(m_stream.write(bytes, std::streamsize(size))); }
    bool back(std::size_t size) override { return bool(m_stream.seekp(-std::streamoff(size), std::ios::cur)); }
    bool canGoBack() const override { return m_seeks; }
    bool flush() override { return bool(m_stream.flush()); }

private:
    std::ostream &m_stream;
    bool m_seeks;
};

/// Turns events into entries of the trace.
class ChromeTraceWriter::Writer {
public:
    Writer(std::unique_ptr<Output> output, std::string_view name) : m_output(std::move(output))
    {
        m_json += "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[";
        nameEntry("process_name", 0, name);
    }

    void add(const TraceEvent &event)
    {
        if (m_closed)
            return;
        m_last = event.time;
        const std::size_t index = m_count++;
        switch (event.kind) {
        case TraceEventKind::Wait:
        case TraceEventKind::Attempt: m_open[keyOf(event)].push_back({event, index}); break;
        case TraceEventKind::Go:
        case TraceEventKind::AttemptEnd: endSlice(event, index); break;
        case TraceEventKind::Arrive: arrive(event, index); break;
        case TraceEventKind::Settle: settle(event, index); break;
        case TraceEventKind::Level: level(event, index); break;
        default: instant(event, index); break;
        }
        if (m_json.size() > pieceSize)
            handOver();
    }
    bool flush()
    {
        if (m_closed)
            return m_written;
        handOver();
        if (m_output->canGoBack() && !m_ended) {
            put(tail);
            m_ended = true;
        }
        return m_output->flush() && m_written;
    }
    bool close()
    {
        if (m_closed)
            return m_written;
        std::vector<const Open *> slices;
        for (const auto &[key, open] : m_open) {
            for (const Open &slice : open)
                slices.push_back(&slice);
        }
        std::ranges::sort(slices, {}, [](const Open *slice) { return slice->index; });
        for (const Open *begun : slices)
            slice(*begun, nullptr, 0);
        handOver();
        if (!m_ended)
            put(tail);
        m_closed = true;
        return m_output->flush() && m_written;
    }

private:
    /// A wait or an attempt that has not ended; its events have no texts.
    struct Open {
        TraceEvent event;
        std::size_t index;
    };

    void put(std::string_view bytes) { m_written = m_output->write(bytes.data(), bytes.size()) && m_written; }
    void handOver()
    {
        if (m_json.isEmpty())
            return;
        if (std::exchange(m_ended, false))
            m_written = m_output->back(tail.size()) && m_written;
        put({m_json.constData(), std::size_t(m_json.size())});
        m_json.clear();
    }

    void newEntry()
    {
        m_json += m_any ? ",\n{" : "\n{";
        m_any = true;
    }
    /// Begins an entry of phase `phase` with what all entries have.
    void entry(const char *phase, nanoseconds time, std::uint64_t thread, const char *category, std::string_view label)
    {
        newEntry();
        m_json += "\"ph\":\"";
        m_json += phase;
        m_json += "\",\"ts\":";
        detail::appendMicroseconds(m_json, time);
        m_json += ",\"pid\":1,\"tid\":" + QByteArray::number(qulonglong(thread)) + ",\"cat\":\"" + category + "\",\"name\":";
        detail::appendJson(m_json, label);
    }
    void id(std::uint64_t number) { m_json += ",\"id\":" + QByteArray::number(qulonglong(number)); }
    void nameEntry(const char *what, std::uint64_t thread, std::string_view text)
    {
        newEntry();
        m_json += "\"ph\":\"M\",\"pid\":1,\"tid\":" + QByteArray::number(qulonglong(thread)) + ",\"name\":\"" + what + "\",\"args\":{\"name\":";
        detail::appendJson(m_json, text);
        m_json += "}}";
    }
    /// The whole event behind an entry, and the one that ended it; ends the entry.
    void args(const TraceEvent &event, std::size_t index, const TraceEvent *end = nullptr, std::size_t endIndex = 0,
              std::string_view before = {})
    {
        m_json += ",\"args\":{";
        m_json.append(before.data(), qsizetype(before.size()));
        m_json += "\"events\":[";
        detail::appendEvent(m_json, event, index);
        if (end) {
            m_json += ',';
            detail::appendEvent(m_json, *end, endIndex);
        }
        m_json += "]}}";
    }

    void instant(const TraceEvent &event, std::size_t index)
    {
        if (event.kind == TraceEventKind::Part)
            m_parts[event.part.id] = std::string(event.texts[2]);
        entry("i", event.time, threadOf(event.span.request, event.span.copy), "event", detail::word(event.kind));
        m_json += ",\"s\":\"t\"";
        args(event, index);
    }
    void arrive(const TraceEvent &event, std::size_t index)
    {
        std::string label = '#' + std::to_string(event.span.request);
        if (!event.texts[0].empty())
            label.append(" ").append(event.texts[0]);
        nameEntry("thread_name", threadOf(event.span.request, 0), label);
        entry("b", event.time, threadOf(event.span.request, 0), "request", label);
        id(event.span.request);
        args(event, index);
    }
    void settle(const TraceEvent &event, std::size_t index)
    {
        entry("e", event.time, threadOf(event.span.request, 0), "request", detail::word(event.kind));
        id(event.span.request);
        args(event, index);
    }

    void endSlice(const TraceEvent &event, std::size_t index)
    {
        const auto found = m_open.find(keyOf(event));
        const std::optional<Open> begun = found == m_open.end() ? std::nullopt : takeOpen(found->second, event.reason);
        if (begun) {
            slice(*begun, &event, index);
            if (found->second.empty())
                m_open.erase(found);
        } else {
            instant(event, index);
        }
        if (event.kind == TraceEventKind::Go && event.from != 0)
            arrow(event, index);
    }
    /// The last that waits for that reason; for whatever, if none is said. Of several waits under one name, for one thing and reason,
    /// nobody can tell which has ended: taken from the last they lie within each other, as a thread's slices must.
    static std::optional<Open> takeOpen(std::vector<Open> &open, WaitReason reason)
    {
        const auto ends = [&](const Open &slice) { return reason == WaitReason::None || slice.event.reason == reason; };
        const auto taken = std::find_if(open.rbegin(), open.rend(), ends);
        if (taken == open.rend())
            return std::nullopt;
        const Open slice = *taken;
        open.erase(std::next(taken).base());
        return slice;
    }
    /// `end` null: it is still open when the trace ends.
    void slice(const Open &begun, const TraceEvent *end, std::size_t endIndex)
    {
        const TraceEvent &from = begun.event;
        const bool isWait = from.kind == TraceEventKind::Wait;
        const std::string label = isWait ? detail::word(from.reason) : "attempt " + std::to_string(from.number);
        entry("X", from.time, threadOf(from.span.request, from.span.copy), isWait ? "wait" : "attempt", label);
        m_json += ",\"dur\":";
        detail::appendMicroseconds(m_json, (end ? end->time : m_last) - from.time);
        args(from, begun.index, end, endIndex);
    }
    /// From the thread of the request that made room to the one that goes on. Holds no event of its own.
    void arrow(const TraceEvent &go, std::size_t index)
    {
        entry("s", go.time, threadOf(go.from, 0), "from", "hand-over");
        id(index);
        m_json += '}';
        entry("f", go.time, threadOf(go.span.request, go.span.copy), "from", "hand-over");
        id(index);
        m_json += ",\"bp\":\"e\"}";
    }
    void level(const TraceEvent &event, std::size_t index)
    {
        const auto part = m_parts.find(event.part.id);
        std::string label = part == m_parts.end() ? std::string() : part->second + ": ";
        label += event.texts[0];
        entry("C", event.time, 0, "level", label);
        QByteArray value = "\"value\":";
        detail::appendJson(value, event.value);
        value += ',';
        args(event, index, nullptr, 0, {value.constData(), std::size_t(value.size())});
    }

    std::unique_ptr<Output> m_output;
    QByteArray m_json; ///< Not handed over yet.
    std::map<SliceKey, std::vector<Open>> m_open;
    std::map<std::uint16_t, std::string> m_parts; ///< Names.
    nanoseconds m_last{};
    std::size_t m_count = 0;
    bool m_any = false;
    bool m_ended = false; ///< The closing signs have been written, and are to be written over.
    bool m_closed = false;
    bool m_written = true;
};

ChromeTraceWriter::ChromeTraceWriter(QIODevice &device, std::string_view name)
    : m_writer(std::make_unique<Writer>(std::make_unique<DeviceOutput>(device), name))
{
}

ChromeTraceWriter::ChromeTraceWriter(std::ostream &stream, std::string_view name)
    : m_writer(std::make_unique<Writer>(std::make_unique<StreamOutput>(stream), name))
{
}

ChromeTraceWriter::~ChromeTraceWriter() { m_writer->close(); }

void ChromeTraceWriter::observe(const TraceEvent &event) noexcept { m_writer->add(event); }

bool ChromeTraceWriter::flush() { return m_writer->flush(); }

bool ChromeTraceWriter::close() { return m_writer->close(); }

} // namespace asyncade
