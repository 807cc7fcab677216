// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace playground {

/// "More" or "Less" with a chevron; checked: open.
class MoreButton : public QAbstractButton {
    Q_OBJECT

public:
    /// `what` says of what there is more, for screen readers.
    explicit MoreButton(const QString &what, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownText() const { return isChecked() ? tr("Less") : tr("More"); }
};

} // namespace playground
