// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"
#include "picture/theme.h"

#include <QAbstractButton>

namespace playground {

/// A text with a chevron that opens the list of kinds of one group; offers only kinds that run.
class KindButton : public QAbstractButton {
    Q_OBJECT

public:
    /// `stretched`: the chevron stands at the right edge, else right behind the text.
    KindButton(const QString &group, Role role, Token token, bool stretched, QWidget *parent = nullptr);

    /// The kind that is ticked in the list. The text is its title, unless a fixed text is set.
    void setKind(const QString &id);
    void setFixedText(const QString &text);
    /// The ids offered, in order.
    static QStringList offered(const QString &group);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void kindChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openList();

    QString m_group, m_kind, m_fixedText;
    Token m_token;
    bool m_stretched;
    int m_height;
};

} // namespace playground
