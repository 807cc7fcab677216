// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

#include <QList>
#include <QSet>
#include <QWidget>

namespace playground {

class ParameterRow;

/// The rows for the parameters of one section, made from the table. At first it shows the parameters that matter most:
/// its first two numbers and whatever the scenario gives; the others come with setAll().
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    /// `prefix` is the section's path: "pattern".
    explicit ParameterForm(const QString &prefix, QWidget *parent = nullptr);

    /// Parameters that are edited elsewhere, too: they show only with setAll().
    void setSecondary(const QSet<QString> &keys) { m_secondary = keys; }
    /// Parameters that are edited only elsewhere.
    void setLeftOut(const QSet<QString> &keys) { m_leftOut = keys; }
    /// Shows the section's values; new rows when its kind has changed.
    void setSection(const Section &section);
    void setPrefix(const QString &prefix);
    void setAll(bool all);
    /// Whether setAll() shows more than is shown without it.
    bool hasMore() const;
    /// The row with this path, or nullptr.
    ParameterRow *row(const QString &path) const;
    const QList<ParameterRow *> &rows() const { return m_rows; }
    /// The least width of the column of labels, the same in all cards.
    static int labelColumn() { return 61; }

signals:
    void edited(const QString &path, const QJsonValue &value);
    void committed();
    /// Whether there is more to show has changed.
    void moreChanged();

private:
    void makeRows(const Section &section);
    bool matters(const Parameter &parameter, const Section &section) const;
    void showRows();

    QString m_prefix;
    const Kind *m_kind = nullptr;
    QList<ParameterRow *> m_rows;
    QSet<QString> m_shown, m_secondary, m_leftOut;
    bool m_all = false;
};

} // namespace playground
