// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"
#include "model/in_flight_peak.h"
#include "model/percentiles.h"
#include "model/trace.h"
#include "model/wide.h"

#include <QByteArray>

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace playground {

struct Scenario;
class Run;

/// The numbers of a run, by the definitions of the help page "metrics". Follows the trace; linear.
///
/// Where the definitions leave room: an attempt that is still open is not wasted, since its fate is not known; a wait
/// counts when it is over, or up to the end of the run; the waits of two copies of one try that wait at the same time
/// both count.
class Metrics {
public:
    /// `requests`: the size of the source. Those that will never arrive need a `settle` record, or they are pending.
    explicit Metrics(qint64 requests = 0)
        : m_requests(requests)
    {
    }
    /// The source has grown.
    void setRequests(qint64 requests) { m_requests = requests; }
    /// Catches up with the trace, which must be the same one each time.
    void update(const Trace &trace);

    /// The finished numbers at `now`. Times in ns, as exact as the trace, except for means: these are rounded half up
    /// to whole µs.
    struct Values {
        qint64 virtualTime = 0;
        qint64 requests = 0, succeeded = 0, failed = 0, timedOut = 0, cancelled = 0, dropped = 0, pending = 0,
               defaulted = 0;
        qint64 attempts = 0, wastedAttempts = 0, wasted = 0, refused = 0, rejected = 0, maxInFlight = 0;
        std::optional<double> throughputPerSecond; ///< Rounded half up to 3 decimals.
        struct Latency {
            qint64 min = 0, mean = 0, p50 = 0, p95 = 0, p99 = 0, max = 0;
            friend bool operator==(const Latency &, const Latency &) = default;
        };
        std::optional<Latency> latency;
        struct Wait {
            qint64 mean = 0, max = 0;
            friend bool operator==(const Wait &, const Wait &) = default;
        };
        std::optional<Wait> wait;
        std::optional<double> fasterThanOneByOne;

        qint64 settled() const { return succeeded + failed + timedOut + cancelled + dropped; }
        friend bool operator==(const Values &, const Values &) = default;
    };
    Values values(qint64 now) const;

private:
    static constexpr quint32 none = std::numeric_limits<quint32>::max();

    /// What has to be known of a request while it is under way.
    struct Request {
        qint64 arrived = -1;
        qint64 waited = 0;
        qint64 firstAttempt = -1;
        quint32 open = none;     // First of its chain of open waits and attempts not yet judged.
        quint32 result = 0;      // Number of the attempt that gave the result; 0 = none or not settled.
        quint32 firstMember = 0; // Requests that travel in its call, chained by nextMember.
        quint32 nextMember = 0;
        bool settled = false;
        bool hasAttempt = false;
    };
    /// A wait, or an attempt that is open or ended well but not yet judged.
    struct Open {
        qint64 begin = 0;
        qint64 end = -1;
        quint32 number = 0; // 0: a wait.
        quint32 next = none;
        quint16 part = 0;
        quint8 tryNumber = 0;
        quint8 copy = 0;
    };

    void follow(const Record &record);
    void join(const Record &record);
    void wait(const Record &record);
    void part(const PartInfo *part);
    void go(const Record &record);
    void attempt(const Record &record);
    void attemptEnd(const Record &record);
    void settle(const Record &record);
    void end(const Record &record);

    Request &request(quint32 number);
    void markAttempted(Request &request);
    void addWait(Request &request, qint64 length);
    void waste(const Open &attempt);
    void push(Request &request, const Open &open);
    template <typename Predicate>
    std::optional<Open> take(Request &request, Predicate matches);
    Values::Latency latency() const;

    qint64 m_requests = 0;
    qsizetype m_seen = 0;
    qint64 m_lastEvent = 0, m_lastSettle = 0;
    bool m_ended = false;
    std::vector<quint16> m_droppers; // Parts that turn inputs away because another goes in their stead.
    std::array<qint64, 6> m_outcomes{}; // By RequestOutcome.
    qint64 m_defaulted = 0, m_attempts = 0, m_wastedAttempts = 0, m_wasted = 0, m_refused = 0, m_rejected = 0;
    InFlightPeak m_inFlight;
    Percentiles m_latencies;
    Wide m_latencySum = 0;
    Wide m_callTime = 0;    // From each call's first attempt to its settlement.
    qint64 m_attempted = 0; // Requests with an attempt; the waits are theirs.
    Wide m_waitSum = 0;
    qint64 m_waitMax = 0;
    ChunkedVector<Request> m_state;
    ChunkedVector<Open> m_open;
    quint32 m_freeOpen = none; // Chain of unused entries in m_open.
};

/// The JSON report: one key a line in the documented order, nested objects on one line, a newline at the end.
/// Milliseconds and rates have at most 3 decimals and no zeros behind them (550.14, 8). Same run, same bytes.
/// `realTime`: these are the numbers of that run on the system clock, which has one key more, at the end.
QByteArray reportJson(const Scenario &scenario, const Metrics::Values &values, const Run *realTime = nullptr);
/// The same as text for a terminal.
QString reportText(const Scenario &scenario, const Metrics::Values &values, const Run *realTime = nullptr);

} // namespace playground
