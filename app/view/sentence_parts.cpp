// SPDX-License-Identifier: MIT
#include "view/sentence_parts.h"

#include "model/number_text.h"
#include "model/scenario.h"
#include "view/duration_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace

void addWords(Phrase &sentence, const QString &marked, const QString &prefix)
{
    using Style = SentencePiece::Style;
    static const QRegularExpression mark(QStringLiteral("\\*([^*]+)\\*|\\[([^|\\]]*)\\|([^\\]]+)\\]"));
    qsizetype done = 0;
    auto matches = mark.globalMatch(marked);
    const auto plain = [&](qsizetype end) {
        if (end > done)
            sentence.push_back({marked.mid(done, end - done), Style::Plain, {}});
    };
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        plain(match.capturedStart());
        if (match.capturedStart(1) >= 0)
            sentence.push_back({match.captured(1), Style::Strong, {}});
        else
            sentence.push_back({match.captured(3), Style::Value, prefix + match.captured(2)});
        done = match.capturedEnd();
    }
    plain(marked.size());
}

QString durationWords(const Section &section, const QString &key) { return fieldDuration(section.duration(key)); }

QString rateWords(const Section &section)
{
    return QString::number(section.number(QStringLiteral("rate")), 'g', 10);
}

QString burstWords(const Section &section)
{
    const qint64 burst = section.integer(QStringLiteral("burst"));
    return burst == 1 ? QString() : Words::tr(" ([burst|up to %1 at once])").arg(numberText(burst));
}

bool comesAtOnce(const Section &source)
{
    if (source.id() != QStringLiteral("list"))
        return source.id() == QStringLiteral("count");
    const auto items = sourceItems(source);
    return std::ranges::all_of(items, [&](const SourceItem &item) { return item.at == items.front().at; });
}

} // namespace playground
