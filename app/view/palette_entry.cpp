// SPDX-License-Identifier: MIT
#include "view/palette_entry.h"

#include <QStringList>

#include <algorithm>

namespace playground {

namespace {

bool hasEveryWord(const PaletteEntry &entry, const QStringList &words)
{
    const QString text = QStringList{entry.title, entry.group, entry.help, entry.key}.join(QLatin1Char('\n'));
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// 0: the title begins with the query, 1: one of its words does, 2: it stands elsewhere.
int distance(const PaletteEntry &entry, const QString &query)
{
    if (entry.title.startsWith(query, Qt::CaseInsensitive))
        return 0;
    return entry.title.contains(QLatin1Char(' ') + query, Qt::CaseInsensitive) ? 1 : 2;
}

} // namespace

std::vector<size_t> searchPalette(const std::vector<PaletteEntry> &entries, const QString &query)
{
    const QString wanted = query.simplified();
    const QStringList words = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<size_t> found;
    for (size_t i = 0; i < entries.size(); ++i)
        if (hasEveryWord(entries[i], words))
            found.push_back(i);
    for (auto begin = found.begin(); !words.isEmpty() && begin != found.end();) {
        const auto end =
            std::find_if(begin, found.end(), [&](size_t i) { return entries[i].group != entries[*begin].group; });
        std::stable_sort(begin, end, [&](size_t a, size_t b) {
            return distance(entries[a], wanted) < distance(entries[b], wanted);
        });
        begin = end;
    }
    return found;
}

} // namespace playground
