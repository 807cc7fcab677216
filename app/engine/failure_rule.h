// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <asyncade/observer.h>

#include <chrono>
#include <optional>
#include <vector>

namespace playground {

/// Which attempts fail, and how: a failure section, ready for asking it a million times.
class FailureRule {
public:
    /// `items`: those of a `list` source, whose names the rule may use.
    FailureRule(const Section &section, const std::vector<SourceItem> &items);

    /// The failing answer of this attempt, or nothing: a function of the seed and of the attempt's request, try and copy alone.
    std::optional<FailingAnswer> of(quint64 seed, const asyncade::Span &attempt) const;
    /// When the failing answer comes; nothing: after the attempt's latency.
    std::optional<std::chrono::nanoseconds> after() const { return m_after; }

private:
    enum class Kind { Never, Probability, First, Every, Named };
    bool fails(quint64 seed, const asyncade::Span &attempt) const;

    Kind m_kind = Kind::Never;
    double m_probability = 0;
    qint64 m_every = 1;
    qint64 m_attempts = 0;            ///< So many first tries fail.
    std::vector<quint32> m_requests;  ///< Sorted.
    FailingAnswer m_answer;
    std::optional<std::chrono::nanoseconds> m_after;
};

} // namespace playground
