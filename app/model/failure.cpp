// SPDX-License-Identifier: MIT
#include "model/failure.h"

#include "model/luck.h"

namespace playground {

namespace {

QString key(const char *name) { return QLatin1String(name); }

} // namespace

Failure::Failure(const Section &section) : m_rule(ruleOf(section.id()))
{
    if (m_rule == Rule::Never)
        return;
    m_answer = section.failingAnswer(key("error"));
    m_after = section.optionalDuration(key("after"));
    if (m_rule == Rule::Probability)
        m_probability = section.number(key("p"));
    else
        m_attempts = section.attempts(key("attempts"));
    if (m_rule == Rule::Every)
        m_every = section.integer(key("n"));
    if (m_rule != Rule::Named)
        return;
    for (const QJsonValue &request : section.value(key("requests")).toArray()) {
        if (request.isString())
            m_names.insert(request.toString());
        else
            m_requests.insert(quint32(request.toInteger()));
    }
}

Failure::Rule Failure::ruleOf(const QString &id)
{
    if (id == key("probability"))
        return Rule::Probability;
    if (id == key("first"))
        return Rule::First;
    if (id == key("every"))
        return Rule::Every;
    return id == key("named") ? Rule::Named : Rule::Never;
}

bool Failure::of(quint64 seed, quint32 request, quint32 tryNumber, quint32 copy, quint32 number, const QString &name) const
{
    switch (m_rule) {
    case Rule::Never:
        return false;
    case Rule::Probability:
        return draw(seed, LuckStream::Failure, request, tryNumber, copy) < m_probability;
    case Rule::First:
        return number <= m_attempts;
    case Rule::Every:
        return request % m_every == 0 && number <= m_attempts;
    case Rule::Named:
        return number <= m_attempts && (m_requests.contains(request) || (!name.isEmpty() && m_names.contains(name)));
    }
    return false;
}

} // namespace playground
