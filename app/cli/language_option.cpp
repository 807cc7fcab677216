// SPDX-License-Identifier: MIT
#include "cli/language_option.h"

#include "cli/arguments.h"
#include "cli/bad_input.h"
#include "model/language.h"
#include "model/nearest.h"

#include <QCoreApplication>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LanguageOption)
};

} // namespace

QString takeLanguage(QStringList &words)
{
    const QString name = QStringLiteral("--language");
    const std::vector<Option> options{{name, languages().join(u'|'), {}, false}};
    QStringList own;
    for (qsizetype i = 0; i < words.size() && words[i] != u"--";) {
        if (words[i].section(u'=', 0, 0) != name) {
            ++i;
            continue;
        }
        const bool hasNext = words[i] == name && i + 1 < words.size();
        own += words.mid(i, hasNext ? 2 : 1);
        words.remove(i, hasNext ? 2 : 1);
    }
    const Arguments arguments(own, options, 0);
    const QString language = arguments.value(name);
    if (arguments.has(name) && !languages().contains(language))
        throw BadInput(Tr::tr("%1 is %2, not \"%3\"").arg(name, quotedList(languages(), Tr::tr("or")), language));
    return language;
}

} // namespace playground
