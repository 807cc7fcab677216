// SPDX-License-Identifier: MIT
#include "engine/failure_rule.h"

#include "model/luck.h"

#include <QJsonArray>

#include <algorithm>

namespace playground {

namespace {

/// The numbers of the requests that a `named` rule lists by number or by name.
std::vector<quint32> namedRequests(const QJsonArray &requests, const std::vector<SourceItem> &items)
{
    std::vector<quint32> numbers;
    for (const QJsonValue &request : requests) {
        if (request.isDouble())
            numbers.push_back(quint32(request.toInteger()));
        for (size_t i = 0; request.isString() && i < items.size(); ++i) {
            if (items[i].name == request.toString())
                numbers.push_back(quint32(i + 1));
        }
    }
    std::ranges::sort(numbers);
    return numbers;
}

} // namespace

FailureRule::FailureRule(const Section &section, const std::vector<SourceItem> &items)
{
    const QString id = section.id();
    if (id == u"never")
        return;
    m_answer = section.failingAnswer(QStringLiteral("error"));
    m_after = section.optionalDuration(QStringLiteral("after"));
    if (id == u"probability") {
        m_kind = Kind::Probability;
        m_probability = section.number(QStringLiteral("p"));
        return;
    }
    m_attempts = section.attempts(QStringLiteral("attempts"));
    if (id == u"every") {
        m_kind = Kind::Every;
        m_every = section.integer(QStringLiteral("n"));
    } else if (id == u"named") {
        m_kind = Kind::Named;
        m_requests = namedRequests(section.value(QStringLiteral("requests")).toArray(), items);
    } else {
        m_kind = Kind::First;
    }
}

std::optional<FailingAnswer> FailureRule::of(quint64 seed, const asyncade::Span &attempt) const
{
    return fails(seed, attempt) ? std::optional(m_answer) : std::nullopt;
}

bool FailureRule::fails(quint64 seed, const asyncade::Span &attempt) const
{
    switch (m_kind) {
    case Kind::Never: return false;
    case Kind::Probability:
        return draw(seed, LuckStream::Failure, attempt.request, attempt.tryNumber, attempt.copy) < m_probability;
    case Kind::First: break;
    case Kind::Every:
        if (attempt.request % m_every != 0)
            return false;
        break;
    case Kind::Named:
        if (!std::ranges::binary_search(m_requests, attempt.request))
            return false;
        break;
    }
    return attempt.tryNumber <= m_attempts;
}

} // namespace playground
