// SPDX-License-Identifier: MIT
#include "model/find_query.h"

#include "model/duration.h"
#include "model/nearest.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FindQuery)
};

using Kind = FindTerm::Kind;
using Compare = FindTerm::Compare;
using TermOrProblem = std::variant<FindTerm, FindProblem>;

template <typename Value>
struct Word {
    const char *text;
    Value value;
    bool told = true; ///< Not a second spelling of another word.
};

constexpr quint32 maskOf(auto value) { return quint32(1) << quint32(value); }

constexpr quint32 anyWait = maskOf(SpanState::Queued) | maskOf(SpanState::Token) | maskOf(SpanState::Backoff);

constexpr std::array<Word<quint32>, 11> states{{
    {"queued", maskOf(SpanState::Queued)},
    {"back-off", maskOf(SpanState::Backoff)},
    {"backoff", maskOf(SpanState::Backoff), false},
    {"waiting", anyWait},
    {"running", maskOf(SpanState::Running)},
    {"succeeded", maskOf(SpanState::Succeeded)},
    {"failed", maskOf(SpanState::Failed)},
    {"timed-out", maskOf(SpanState::TimedOut)},
    {"timeout", maskOf(SpanState::TimedOut), false},
    {"cancelled", maskOf(SpanState::Cancelled)},
    {"canceled", maskOf(SpanState::Cancelled), false},
}};

constexpr std::array<Word<quint32>, 2> outcomes{{
    {"dropped", maskOf(RequestOutcome::Dropped)},
    {"pending", maskOf(RequestOutcome::Pending)},
}};

constexpr std::array<Word<quint32>, 11> reasons{{
    {"slot", maskOf(WaitReason::Slot)},
    {"token", maskOf(WaitReason::Token)},
    {"turn", maskOf(WaitReason::Turn)},
    {"batch", maskOf(WaitReason::Batch)},
    {"collect", maskOf(WaitReason::Collect)},
    {"quiet", maskOf(WaitReason::Quiet)},
    {"window", maskOf(WaitReason::Window)},
    {"back-off", maskOf(WaitReason::Backoff)},
    {"backoff", maskOf(WaitReason::Backoff), false},
    {"pause", maskOf(WaitReason::Pause)},
    {"server", maskOf(WaitReason::Server)},
}};

constexpr std::array<Word<Kind>, 7> counts{{
    {"attempt", Kind::Attempt},
    {"try", Kind::Try},
    {"copy", Kind::Copy},
    {"code", Kind::Code},
    {"wait", Kind::Wait},
    {"work", Kind::Work},
    {"length", Kind::Length},
}};

template <typename Words>
auto find(const Words &words, const QString &text) -> decltype(std::optional(words[0].value))
{
    const auto found = std::ranges::find_if(words, [&](const auto &word) { return text == QLatin1String(word.text); });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

template <typename Words>
void addTo(QStringList &texts, const Words &words)
{
    for (const auto &word : words) {
        if (word.told)
            texts += QLatin1String(word.text);
    }
}

bool isDuration(Kind kind) { return kind == Kind::Wait || kind == Kind::Work || kind == Kind::Length; }

QString quoted(const QString &text) { return shownPath(text); }

std::optional<Compare> compareNamed(const QString &sign)
{
    if (sign == QLatin1String(">"))
        return Compare::Greater;
    if (sign == QLatin1String(">="))
        return Compare::GreaterOrEqual;
    if (sign == QLatin1String("<"))
        return Compare::Less;
    if (sign == QLatin1String("<="))
        return Compare::LessOrEqual;
    if (sign == QLatin1String("=") || sign == QLatin1String(":"))
        return Compare::Equal;
    return std::nullopt;
}

TermOrProblem requestTerm(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A#([0-9]{1,9})(?:\\.\\.([0-9]{1,9}))?\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return FindProblem{
            Tr::tr("%1 is no request: write #7, or #7..12 for several.").arg(quoted(text))};
    FindTerm term{.kind = Kind::Request, .value = match.captured(1).toLongLong()};
    term.most = match.captured(2).isEmpty() ? term.value : match.captured(2).toLongLong();
    if (term.value == 0 || term.most < term.value)
        return FindProblem{Tr::tr("%1 finds nothing: requests count from #1, and the larger number comes last.")
                               .arg(quoted(text))};
    return term;
}

TermOrProblem reasonTerm(const QString &text, const QString &name)
{
    if (const auto mask = find(reasons, name))
        return FindTerm{.kind = Kind::Reason, .mask = *mask};
    QStringList known;
    addTo(known, reasons);
    if (name.isEmpty())
        return FindProblem{Tr::tr("%1 lacks the reason: write %2.")
                               .arg(quoted(text), quotedList(known, Tr::tr("or", "the last of a list")))};
    return FindProblem{Tr::tr("Nobody waits for %1;%2").arg(quoted(name), didYouMean(name, known))};
}

/// `name`, a sign and a number or a duration.
TermOrProblem countTerm(const QString &text, Kind kind, const QString &name, const QString &sign, const QString &number)
{
    FindTerm term{.kind = kind};
    const auto compare = compareNamed(sign);
    const QString example = isDuration(kind)       ? QStringLiteral("%1>300ms").arg(name)
                            : kind == Kind::Code   ? QStringLiteral("code:503")
                                                   : QStringLiteral("%1>2").arg(name);
    if (!compare || number.isEmpty())
        return FindProblem{Tr::tr("%1 is not complete: write %2, with one of > >= < <= =.").arg(quoted(text), example)};
    term.compare = *compare;
    if (isDuration(kind)) {
        const auto length = parseDuration(number);
        if (!length) {
            const QString advice = durationAdvice(number);
            return FindProblem{advice.isEmpty()
                                   ? Tr::tr("%1 is no length of time: write %2.").arg(quoted(number), example)
                                   : Tr::tr("%1 is no length of time: %2.").arg(quoted(number), advice)};
        }
        term.value = length->count();
        return term;
    }
    if (kind == Kind::Code && number == QLatin1String("offline")) {
        term.value = codeOffline;
        return term;
    }
    bool isNumber = false;
    term.value = number.toUInt(&isNumber);
    if (!isNumber)
        return FindProblem{Tr::tr("%1 is no whole number: write %2.").arg(quoted(number), example)};
    return term;
}

TermOrProblem termOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([a-z-]+)([<>=:]+)(.*)\\z"));
    if (text.startsWith(u'#'))
        return requestTerm(text);
    if (const auto mask = find(states, text))
        return FindTerm{.kind = Kind::State, .mask = *mask};
    if (const auto mask = find(outcomes, text))
        return FindTerm{.kind = Kind::Outcome, .mask = *mask};
    const auto match = form.match(text);
    const QString name = match.hasMatch() ? match.captured(1) : text;
    if (name == QLatin1String("reason"))
        return reasonTerm(text, match.captured(3));
    if (const auto kind = find(counts, name))
        return countTerm(text, *kind, name, match.captured(2), match.captured(3));
    QStringList known{QStringLiteral("reason")};
    addTo(known, states);
    addTo(known, outcomes);
    addTo(known, counts);
    const QString meant = nearest(name, known);
    if (!meant.isEmpty())
        return FindProblem{Tr::tr("%1 is not known; did you mean \"%2\"?").arg(quoted(text), meant)};
    return FindProblem{Tr::tr("%1 is not known. Write #7, failed, attempt>2, wait>300ms or reason:token, or several of them.")
                           .arg(quoted(text))};
}

} // namespace

bool FindTerm::compares(qint64 number) const
{
    switch (compare) {
    case Compare::Less:
        return number < value;
    case Compare::LessOrEqual:
        return number <= value;
    case Compare::Equal:
        return number == value;
    case Compare::GreaterOrEqual:
        return number >= value;
    case Compare::Greater:
        return number > value;
    }
    return false;
}

std::variant<FindQuery, FindProblem> parseFindQuery(const QString &text)
{
    FindQuery query;
    for (const QString &word : text.simplified().toLower().split(u' ', Qt::SkipEmptyParts)) {
        TermOrProblem term = termOf(word);
        if (auto *problem = std::get_if<FindProblem>(&term))
            return *problem;
        query.terms.push_back(std::get<FindTerm>(term));
    }
    return query;
}

QStringList findWords()
{
    QStringList words{QStringLiteral("#7"), QStringLiteral("#7..12")};
    addTo(words, states);
    addTo(words, outcomes);
    words += {QStringLiteral("attempt>2"), QStringLiteral("try>1"), QStringLiteral("copy>0"), QStringLiteral("code:503"),
              QStringLiteral("wait>300ms"), QStringLiteral("work>1s"), QStringLiteral("length<5ms")};
    QStringList names;
    addTo(names, reasons);
    for (const QString &name : names)
        words += QStringLiteral("reason:") + name;
    return words;
}

} // namespace playground
