// SPDX-License-Identifier: MIT
#include "cli/strip_option.h"

#include "cli/bad_input.h"
#include "model/strips.h"

#include <QCoreApplication>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StripOption)
};

/// The parts between commas that lie outside of brackets and quotes.
QStringList partsOf(const QString &text)
{
    QStringList parts{QString()};
    int depth = 0;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar sign = text[i];
        const bool escaped = inQuotes && i > 0 && text[i - 1] == u'\\';
        if (sign == u'"' && !escaped)
            inQuotes = !inQuotes;
        else if (!inQuotes)
            depth += (sign == u'[' || sign == u'{') - (sign == u']' || sign == u'}');
        if (sign == u',' && depth == 0 && !inQuotes)
            parts.append(QString());
        else
            parts.last() += sign;
    }
    return parts;
}

Settings settingsOf(const QString &option, const QString &text)
{
    Settings settings;
    for (const QString &part : partsOf(text)) {
        const qsizetype equals = part.indexOf(u'=');
        const QString path = part.left(equals).trimmed();
        if (equals < 1 || path.isEmpty())
            throw BadInput(Tr::tr("--strip %1: \"%2\" is no setting; write a key, an equals sign and a value, as in --strip \"Twice as many:pattern.limit=6\"")
                               .arg(option, part));
        if (!isOfStrip(path))
            throw BadInput(Tr::tr("--strip %1: \"%2\" cannot be set in a strip; only \"pattern\" and \"policies\" can").arg(option, path));
        settings.append({path, part.mid(equals + 1)});
    }
    return settings;
}

} // namespace

Scenario withStripOption(const Scenario &scenario, const QString &text)
{
    if (stripCount(scenario) >= mostStrips)
        throw BadInput(Tr::tr("--strip %1: there are %2 strips already, and no more fit beside each other").arg(text).arg(mostStrips));
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        throw BadInput(Tr::tr("--strip %1 names no strip; write a name, a colon and settings, as in --strip \"Twice as many:pattern.limit=6\"").arg(text));
    const ScenarioOrProblem strip = withSettings(asStrip(scenario), settingsOf(text, text.mid(colon + 1)));
    if (const auto *problem = std::get_if<Problem>(&strip))
        throw BadInput(Tr::tr("--strip %1: %2").arg(text, problem->text()));
    return withStripAdded(scenario, std::get<Scenario>(strip), text.left(colon));
}

} // namespace playground
