// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QSet>

#include <chrono>
#include <optional>

namespace playground {

/// Which attempts fail, by a scenario's failure section. Made once, asked for each attempt.
class Failure {
public:
    explicit Failure(const Section &section);

    /// Whether an attempt fails. `number` is its place within its call, from 1; `name` the request's, where its source gives one.
    bool of(quint64 seed, quint32 request, quint32 tryNumber, quint32 copy, quint32 number, const QString &name = {}) const;
    const FailingAnswer &answer() const { return m_answer; }
    /// When the failing answer comes; nothing: after the attempt's latency.
    const std::optional<std::chrono::nanoseconds> &after() const { return m_after; }

private:
    enum class Rule { Never, Probability, First, Every, Named };
    static Rule ruleOf(const QString &id);

    Rule m_rule;
    double m_probability = 0;
    qint64 m_attempts = 0;
    qint64 m_every = 1;
    QSet<quint32> m_requests;
    QSet<QString> m_names;
    FailingAnswer m_answer;
    std::optional<std::chrono::nanoseconds> m_after;
};

} // namespace playground
