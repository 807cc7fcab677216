// SPDX-License-Identifier: MIT
#include "view/sentence.h"

#include "model/number_text.h"
#include "model/scenario.h"
#include "view/sentence_parts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// What is fetched, by the label: "GET /pages/{n}" makes pages; empty when it does not say.
QString nounOf(const QString &label)
{
    static const QRegularExpression path(QStringLiteral("^GET .*/([a-z]+s)/\\{n\\}$"));
    return path.match(label).captured(1);
}

QString countWords(qint64 count, const QString &noun)
{
    if (noun.isEmpty())
        return count == 1 ? Words::tr("1 request") : Words::tr("%1 requests").arg(numberText(count));
    return QStringLiteral("%1 %2").arg(numberText(count), count == 1 ? noun.chopped(1) : noun);
}

/// "user, posts and ads", or so many of them.
QString names(const std::vector<SourceItem> &items)
{
    constexpr size_t mostNamed = 4;
    if (items.size() > mostNamed)
        return Words::tr("%1 named things").arg(items.size());
    static const QRegularExpression marks(QStringLiteral("[*\\[\\]|%]")); // They mean something to add() and arg().
    QString text;
    for (size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            text += i + 1 == items.size() ? Words::tr(" and ") : QStringLiteral(", ");
        text += QString(items[i].name).remove(marks);
    }
    return text.isEmpty() ? Words::tr("nothing yet") : text;
}

/// How requests that do not all come at once do come.
QString arrivalWords(const Section &source)
{
    const QString id = source.id();
    const QString every = QStringLiteral("every");
    if (id == QStringLiteral("interval"))
        return Words::tr("*one by one*, every [every|%1]").arg(durationWords(source, every));
    if (id == QStringLiteral("poisson"))
        return Words::tr("*at random*, [rate|%1 a second] on average").arg(rateWords(source));
    if (id == QStringLiteral("bursts"))
        return Words::tr("in *bursts* of [size|%1] every [every|%2]")
            .arg(numberText(source.integer(QStringLiteral("size"))), durationWords(source, every));
    if (id == QStringLiteral("tape"))
        return Words::tr("one for each *recorded input*");
    return QStringLiteral("*%1*").arg(source.kind().title.toLower());
}

} // namespace

Phrase sourceSentence(const Scenario &scenario)
{
    Phrase sentence;
    const Section &source = scenario.source;
    const QString prefix = QStringLiteral("source.");
    if (source.id() == QStringLiteral("list")) {
        const QString text =
            comesAtOnce(source) ? Words::tr("Fetch [items|%1],") : Words::tr("Fetch [items|%1], each at its own time,");
        addWords(sentence, text.arg(names(sourceItems(source))), prefix);
        return sentence;
    }
    const QString noun = nounOf(source.text(QStringLiteral("label")));
    const QString count = countWords(requestCount(scenario), noun);
    if (source.id() == QStringLiteral("count")) {
        const bool one = requestCount(scenario) == 1;
        const QString text = noun.isEmpty() ? (one ? Words::tr("Send [count|%1], [kind|at once],")
                                                   : Words::tr("Send [count|%1], all of them [kind|at once],"))
                                            : (one ? Words::tr("Fetch [count|%1], asked for [kind|at once],")
                                                   : Words::tr("Fetch [count|%1], all asked for [kind|at once],"));
        addWords(sentence, text.arg(count), prefix);
        return sentence;
    }
    const QString key = source.id() == QStringLiteral("tape") ? QStringLiteral("events") : QStringLiteral("count");
    addWords(sentence,
        (noun.isEmpty() ? Words::tr("Send [%1|%2], %3,") : Words::tr("Fetch [%1|%2], %3,"))
            .arg(key, count, arrivalWords(source)),
        prefix);
    return sentence;
}

QString plainText(const Phrase &sentence)
{
    QString text;
    for (const SentencePiece &piece : sentence)
        text += piece.text;
    return text;
}

} // namespace playground
