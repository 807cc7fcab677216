// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"
#include "model/text_store.h"

#include <QHash>
#include <QString>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace playground {

/// What a record of the trace says. The words are those of docs: see help topic "events".
enum class EventKind : quint8 {
    Part,
    Arrive,
    Join,
    Wait,
    Go,
    Free,
    Dispatch,
    Attempt,
    AttemptEnd,
    Settle,
    Level,
    Edit,
    Mark,
    End
};

/// Why somebody waits.
enum class WaitReason : quint8 { None, Slot, Token, Turn, Batch, Collect, Quiet, Window, Backoff, Pause, Server };

/// How a wait ended.
enum class GoHow : quint8 { Granted, Elapsed, Rejected, Cancelled };

/// How an attempt ended.
enum class AttemptOutcome : quint8 { Ok, Failed, Refused, TimedOut, Cancelled, Abandoned };

/// How a request ended. `Pending`: it never did.
enum class RequestOutcome : quint8 { Succeeded, Failed, TimedOut, Cancelled, Dropped, Pending };

/// Why a run is over.
enum class EndReason : quint8 { Done, Idle, Until, Stopped };

/// The code of an attempt that no HTTP status describes.
inline constexpr quint16 codeOk = 200;
inline constexpr quint16 codeNone = 0;
inline constexpr quint16 codeOffline = 1;

/// One event of a run, in 32 bytes. Which fields hold what:
///
/// | kind       | detail         | a            | b                    | code   | others
/// |------------|----------------|--------------|----------------------|--------|--------------------------------
/// | Part       |                |              | index into parts()   |        | part
/// | Arrive     |                |              | text index or -1     |        | request
/// | Join       |                | lead request |                      |        | request
/// | Wait       | WaitReason     | ahead        | until in ns or -1    |        | request, part, tryNumber, copy
/// | Go         | GoHow          | from request |                      |        | request, part, tryNumber, copy
/// | Free       |                |              |                      |        | request, part
/// | Dispatch   |                |              |                      |        | request
/// | Attempt    |                | number       |                      |        | request, tryNumber, copy
/// | AttemptEnd | AttemptOutcome | number       | Retry-After ns or -1 | status | request; part = cause (0 none)
/// | Settle     | RequestOutcome | number       | cause request or 0   | status | request; part = cause; copy = 1: defaulted
/// | Level      | name index     | limit 0…31   | value, double bits   | 32…47  | part; request = slope, float bits
/// | Edit, Mark |                |              | text index           |        |
/// | End        | EndReason      |              |                      |        |
///
/// The limit of a level is a double (NaN = none), whose 64 bits lie in `a`, `code`, `tryNumber` and `copy`, the lowest first. Levels
/// and edits are written with Trace's own functions.
struct Record {
    qint64 t = 0; ///< Nanoseconds since the start of the run.
    qint64 b = 0;
    quint32 request = 0; ///< 1, 2, …; 0 = none.
    quint32 a = 0;
    quint16 part = 0; ///< 0 = none.
    quint16 code = codeNone;
    quint8 tryNumber = 0; ///< Counts retry's tries from 1.
    quint8 copy = 0;      ///< Counts a hedge's copies from 0.
    EventKind kind = EventKind::End;
    quint8 detail = 0;

    WaitReason reason() const { return WaitReason(detail); }
    GoHow how() const { return GoHow(detail); }
    AttemptOutcome attemptOutcome() const { return AttemptOutcome(detail); }
    RequestOutcome requestOutcome() const { return RequestOutcome(detail); }
    EndReason endReason() const { return EndReason(detail); }
    friend bool operator==(const Record &, const Record &) = default;
};
static_assert(sizeof(Record) == 32);

/// Something of the scenario that a request can wait for: joins spans to cards and code.
struct PartInfo {
    quint16 id = 0;
    QString kind; ///< One of the words in `partkind`.
    QString path; ///< "pattern", "policies.1", "backend".
    QString name; ///< For people: "Parallel map".
    friend bool operator==(const PartInfo &, const PartInfo &) = default;
};

/// What PartInfo::kind can say. Two of them mean something to the timeline: `slots` grants permits that are given back,
/// so it has holders; `debounce` and `throttle` put their OUT marbles at dispatch.
namespace partkind {
inline constexpr QLatin1String slots_{"slots"}; // With an underscore, because "slots" is a macro of Qt.
inline constexpr QLatin1String tokens{"tokens"};
inline constexpr QLatin1String turn{"turn"};
inline constexpr QLatin1String batch{"batch"};
inline constexpr QLatin1String batcher{"batcher"};
inline constexpr QLatin1String debounce{"debounce"};
inline constexpr QLatin1String throttle{"throttle"};
inline constexpr QLatin1String retry{"retry"};
inline constexpr QLatin1String timeout{"timeout"};
inline constexpr QLatin1String breaker{"breaker"};
inline constexpr QLatin1String hedge{"hedge"};
inline constexpr QLatin1String keepLatest{"keep-latest"};
inline constexpr QLatin1String server{"server"};
} // namespace partkind

/// A level that a part reports: tokens left, breaker state, a limit that was edited.
struct Level {
    QString name; ///< "tokens", "limit", …
    double value = 0;
    double slopePerSecond = 0;
    std::optional<double> limit; ///< In the unit of the value; nothing = unlimited or none.
    friend bool operator==(const Level &, const Level &) = default;
};

/// A number of the scenario that was changed during the run; values as in the file, as text.
struct EditText {
    QString path, before, after;
    friend bool operator==(const EditText &, const EditText &) = default;
};

/// The recorded events of one run, in order; order decides ties. Texts lie in a side table. Append-only.
class Trace {
public:
    const ChunkedVector<Record> &records() const { return m_records; }
    qsizetype size() const { return qsizetype(m_records.size()); }
    const std::vector<PartInfo> &parts() const { return m_parts; }
    /// The text with this index; empty when there is none (-1).
    QString text(qint64 index) const;
    /// The part with this id, or nullptr.
    const PartInfo *part(quint16 id) const;
    /// What a record of kind Level says.
    Level level(const Record &record) const;
    /// What a record of kind Edit says.
    EditText edit(const Record &record) const;

    void append(const Record &record) { m_records.push_back(record); }
    void appendPart(qint64 t, const PartInfo &part);
    void appendLevel(qint64 t, quint16 part, const Level &level);
    void appendEdit(qint64 t, const EditText &edit);
    void appendMark(qint64 t, const QString &text);
    /// Keeps `text` and returns its index, for a record's `b`. Costs no allocation of its own.
    qint64 addText(const QString &text);
    /// Appends everything of `batch` behind what is here: how a worker hands over its run piece by piece.
    void append(const Trace &batch);
    /// How many of the records happened up to and including `t`.
    qsizetype countUpTo(qint64 t) const;
    /// `count` records from `first` on, with their texts: a batch of its own.
    Trace piece(qsizetype first, qsizetype count) const;
    void clear();

    friend bool operator==(const Trace &, const Trace &) = default;

private:
    quint8 levelName(const QString &name);
    void adopt(Record record, const Trace &from);

    ChunkedVector<Record> m_records;
    std::vector<PartInfo> m_parts;
    std::vector<QString> m_levelNames;
    TextStore m_texts;
};

} // namespace playground
