// SPDX-License-Identifier: MIT
#include "model/nearest.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace playground {

namespace {

int distance(const QString &a, const QString &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<std::vector<int>> rows(size_t(a.size()) + 1, std::vector<int>(width));
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i][0] = int(i);
    for (size_t j = 0; j < width; ++j)
        rows[0][j] = int(j);
    for (size_t i = 1; i < rows.size(); ++i) {
        for (size_t j = 1; j < width; ++j) {
            const QChar x = a[qsizetype(i) - 1], y = b[qsizetype(j) - 1];
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b[qsizetype(j) - 2] && a[qsizetype(i) - 2] == y)
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows.back().back();
}

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Problem)
};

} // namespace

QString nearest(const QString &word, const QStringList &known)
{
    constexpr qsizetype longestWord = 64; // Nobody mistypes more than that, and the distance is quadratic.
    if (word.size() > longestWord)
        return {};
    QString best;
    int bestDistance = std::max(1, int(word.size()) / 3) + 1;
    for (const QString &candidate : known) {
        const int d = distance(word.toLower(), candidate.toLower());
        if (d < bestDistance) {
            bestDistance = d;
            best = candidate;
        }
    }
    return best;
}

QString didYouMean(const QString &word, const QStringList &known)
{
    const QString near = nearest(word, known);
    if (!near.isEmpty())
        return Tr::tr(" did you mean \"%1\"?").arg(near);
    if (known.isEmpty())
        return Tr::tr(" it has none");
    return Tr::tr(" known: %1").arg(quotedList(known, Tr::tr("and")));
}

QString quotedList(const QStringList &words, const QString &link)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? u' ' + link + u' ' : QStringLiteral(", ");
        text += u'"' + words[i] + u'"';
    }
    return text;
}

QString shownPath(const QString &path)
{
    constexpr qsizetype mostLetters = 100;
    return u'"' + (path.size() > mostLetters ? path.first(mostLetters) + u'…' : path) + u'"';
}

} // namespace playground
