// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <limits>
#include <optional>
#include <vector>

namespace playground {

/// How far luck moves a back-off: anywhere between 0 and its full length, or by a part of it to either side (0 = not at
/// all).
struct Jitter {
    bool full = false;
    double part = 0;
    friend bool operator==(const Jitter &, const Jitter &) = default;
};

/// The answer of an attempt that fails.
struct FailingAnswer {
    bool hang = false;  ///< It never comes.
    quint16 code = 503; ///< A status, or codeOffline of trace.h.
    friend bool operator==(const FailingAnswer &, const FailingAnswer &) = default;
};

/// "always" as a number of attempts.
inline constexpr qint64 alwaysFails = std::numeric_limits<qint64>::max();

/// One part of a scenario: its kind and the values that were given; whatever is missing has the table's default.
class Section {
public:
    Section() = default;
    /// `kind` must not be null.
    explicit Section(const Kind *kind, QJsonObject given = {});

    const Kind &kind() const { return *m_kind; }
    QString id() const { return m_kind->id; }
    const QJsonObject &given() const { return m_given; }

    /// The value as written, or the default.
    QJsonValue value(const QString &key) const;
    bool isNull(const QString &key) const { return value(key).isNull(); }
    qint64 integer(const QString &key) const;
    double number(const QString &key) const;
    bool flag(const QString &key) const;
    QString text(const QString &key) const;
    std::chrono::nanoseconds duration(const QString &key) const;
    std::optional<std::chrono::nanoseconds> optionalDuration(const QString &key) const;
    std::optional<qint64> optionalInteger(const QString &key) const;
    std::optional<double> optionalNumber(const QString &key) const;
    Jitter jitter(const QString &key) const;
    FailingAnswer failingAnswer(const QString &key) const;
    /// A number of attempts, or alwaysFails.
    qint64 attempts(const QString &key) const;
    /// `value` must be valid for the key (see withValue in scenario_json.h).
    void set(const QString &key, const QJsonValue &value);

    friend bool operator==(const Section &a, const Section &b)
    {
        return a.m_kind == b.m_kind && a.m_given == b.m_given;
    }

private:
    const Kind *m_kind = nullptr;
    QJsonObject m_given;
};

/// A policy card: a section that can be switched off. First in the list = outermost.
struct Policy {
    Section section;
    bool enabled = true;
    friend bool operator==(const Policy &, const Policy &) = default;
};

/// The fake server. `settings` holds its plain keys (capacity, queue, rate, …; kind "server" of group "backend").
struct Backend {
    Section settings;
    Section latency;
    Section failure;
    friend bool operator==(const Backend &, const Backend &) = default;
};

/// A change of a number at a time, part of the run.
struct Edit {
    std::chrono::nanoseconds at{};
    QString path;
    QJsonValue value;
    friend bool operator==(const Edit &, const Edit &) = default;
};

/// A scenario as plain data: what asks, when a request becomes a call, what happens around each call, who answers, and
/// the luck. A default-made one is `{"version": 1}` with all defaults. Checked on reading (scenario_json.h), never half
/// valid.
struct Scenario {
    QString name = QStringLiteral("untitled"), title = name, group = QStringLiteral("mine");
    quint64 seed = 1;
    Section source, pattern;
    std::vector<Policy> policies;
    Backend backend;
    QJsonObject info;
    std::optional<std::chrono::nanoseconds> until;
    std::vector<Edit> edits;
    QJsonArray compare;
    QJsonObject challenge;

    Scenario();
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// The scenario that stands there when the program starts: eight fetches, three at a time.
Scenario defaultScenario();

/// One item of a `list` source. What it does not say is left to the backend.
struct SourceItem {
    QString name;
    std::chrono::nanoseconds at{};
    std::optional<std::chrono::nanoseconds> latency;
    std::optional<qint64> fails; ///< So many first attempts, or alwaysFails.
    FailingAnswer answer;
    friend bool operator==(const SourceItem &, const SourceItem &) = default;
};
/// The items of a `list` source in order; empty for any other.
std::vector<SourceItem> sourceItems(const Section &source);

/// How many requests the source makes.
qint64 requestCount(const Scenario &scenario);
/// The text of request n = 1, 2, …: the source's label with its number filled in, or the item's name.
QString requestText(const Scenario &scenario, qint64 n);
/// What stands in the pad after the first n inputs of a tape: the text of the last, or all keys so far.
QString tapeText(const Section &tape, qint64 n);

/// The value at a dotted path ("pattern.limit", "policies.retry.attempts", "backend.latency.median"), undefined when
/// there is none.
QJsonValue valueAt(const Scenario &scenario, const QString &path);
/// The table's entry for a dotted path, or nullptr.
const Parameter *parameterAt(const Scenario &scenario, const QString &path);
/// Whether a change of this parameter from one value to the other applies to a running run.
bool appliesNow(const Parameter &parameter, const QJsonValue &before, const QJsonValue &after);
/// Whether a change from `before` to `after` touches only *now* keys; if so, the edits that lead there (their time is
/// 0, for the caller to fill in) in an order in which each is possible, else nullopt (restart). Words about the scenario (name, title, group, info, compare,
/// challenge) are no part of the run.
std::optional<std::vector<Edit>> liveEdits(const Scenario &before, const Scenario &after);

} // namespace playground
