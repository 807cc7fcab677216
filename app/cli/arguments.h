// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace playground {

/// One option of a command, as its help shows it.
struct Option {
    QString name;         ///< "--seed".
    QString value;        ///< What its value is called: "N"; empty: it takes none.
    QString help;         ///< One line.
    bool repeats = false; ///< May be given more than once.
};

/// What stands behind a command on the command line, checked against the command's options.
class Arguments {
public:
    /// Reads `words`: options as `--name value` or `--name=value`, anything else is an operand, as is everything behind `--`.
    /// A value that begins with two dashes needs the equals sign.
    /// Throws BadInput for an unknown or doubled option, a missing or superfluous value, and more than `maxOperands` operands.
    Arguments(const QStringList &words, const std::vector<Option> &options, qsizetype maxOperands);

    bool has(const QString &option) const { return m_values.contains(option); }
    /// The value of an option; `fallback` when it was not given.
    QString value(const QString &option, const QString &fallback = {}) const;
    /// All values of an option that repeats, in order.
    QStringList values(const QString &option) const { return m_values.value(option); }
    const QStringList &operands() const { return m_operands; }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_operands;
};

} // namespace playground
