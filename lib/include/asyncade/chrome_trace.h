// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <iosfwd>
#include <memory>
#include <string_view>

class QIODevice;

namespace asyncade {

/// Writes what it observes in the Chrome trace format, which chrome://tracing and ui.perfetto.dev open. Every request is a thread, every
/// wait and attempt a slice on it, every request's life an asynchronous span; levels are counters, and arrows lead from the request that
/// made room. The `events` in the `args` of all entries together, by their "i", are the whole trace.
///
/// The output is valid JSON once this is closed or destroyed, which also ends the slices that are still open; and after each `flush`, if
/// the device can seek: it then writes on over the closing signs. A device or stream is not owned and must outlive this.
///
/// Format: "Trace Event Format", https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
///
///     asyncade::ChromeTraceWriter trace(file, "downloads");
///     clock.setObserver(&trace);
class ChromeTraceWriter : public Observer {
public:
    /// `device` must be open for writing. `name` is what the viewer calls the whole.
    explicit ChromeTraceWriter(QIODevice &device, std::string_view name = "asyncade");
    /// The same into a stream.
    explicit ChromeTraceWriter(std::ostream &stream, std::string_view name = "asyncade");
    ~ChromeTraceWriter() override;
    ChromeTraceWriter(const ChromeTraceWriter &) = delete;
    ChromeTraceWriter &operator=(const ChromeTraceWriter &) = delete;

    /// Writes one event.
    void observe(const TraceEvent &event) noexcept override;
    /// Hands everything so far to the device. False: it could not take all, now or earlier.
    bool flush();
    /// Ends the trace; what is observed afterwards is ignored. False: the device could not take all.
    bool close();

private:
    class Output;
    class DeviceOutput;
    class StreamOutput;
    class Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace asyncade
