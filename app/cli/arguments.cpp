// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include "cli/bad_input.h"
#include "model/nearest.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Arguments)
};

const Option &findOption(const QString &name, const std::vector<Option> &options)
{
    const auto found = std::ranges::find(options, name, &Option::name);
    if (found != options.end())
        return *found;
    QStringList names;
    for (const Option &option : options)
        names << option.name;
    throw BadInput(Tr::tr("%1 is not an option here;%2").arg(name, didYouMean(name, names)));
}

} // namespace

Arguments::Arguments(const QStringList &words, const std::vector<Option> &options, qsizetype maxOperands)
{
    bool onlyOperands = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyOperands || !word.startsWith(u'-') || word == u"-") {
            m_operands << word;
            continue;
        }
        if (word == u"--") {
            onlyOperands = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const Option &option = findOption(word.left(equals), options);
        if (m_values.contains(option.name) && !option.repeats)
            throw BadInput(Tr::tr("%1 was given twice; give it once").arg(option.name));
        if (option.value.isEmpty() && equals >= 0)
            throw BadInput(Tr::tr("%1 takes no value; write it without \"%2\"").arg(option.name, word.mid(equals)));
        const bool wantsNext = !option.value.isEmpty() && equals < 0;
        if (wantsNext && i + 1 == words.size())
            throw BadInput(Tr::tr("%1 needs a value: %1 %2").arg(option.name, option.value));
        if (wantsNext && words[i + 1].startsWith(u"--"))
            throw BadInput(Tr::tr("%1 needs a value before \"%2\": %1 %3").arg(option.name, words[i + 1], option.value));
        QString value;
        if (equals >= 0)
            value = word.mid(equals + 1);
        else if (wantsNext)
            value = words[++i];
        m_values[option.name] << value;
    }
    if (m_operands.size() > maxOperands)
        throw BadInput(Tr::tr("\"%1\" is one word too many; remove it").arg(m_operands[maxOperands]));
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.cend() ? fallback : found->last();
}

} // namespace playground
