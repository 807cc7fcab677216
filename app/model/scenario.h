// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QJsonArray>
#include <QJsonObject>

#include <chrono>
#include <optional>

namespace playground {

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
    /// `value` must be valid for the key (see check in scenario_json.h).
    void set(const QString &key, const QJsonValue &value);

    friend bool operator==(const Section &a, const Section &b) { return a.m_kind == b.m_kind && a.m_given == b.m_given; }

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

/// A scenario as plain data: what asks, when a request becomes a call, what happens around each call, who answers, and the luck.
/// A default-made one is `{"version": 1}` with all defaults. Checked on reading (scenario_json.h), never half valid.
struct Scenario {
    QString name, title, group = QStringLiteral("mine");
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

/// The latency and failure of one item of a `list` source, where the item says so.
/// How many requests the source makes.
qint64 requestCount(const Scenario &scenario);

/// The value at a dotted path ("pattern.limit", "policies.retry.attempts", "backend.latency.median"), undefined when there is none.
QJsonValue valueAt(const Scenario &scenario, const QString &path);
/// The table's entry for a dotted path, or nullptr.
const Parameter *parameterAt(const Scenario &scenario, const QString &path);
/// Whether a change from `before` to `after` touches only *now* keys; if so, the edits that lead there, else nullopt (restart).
std::optional<std::vector<Edit>> liveEdits(const Scenario &before, const Scenario &after);

} // namespace playground
