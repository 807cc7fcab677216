// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;
class QTabBar;

namespace playground {

/// The row on top of a side panel: the titles of its pages, and room for buttons at the right. It only tells which page is
/// wanted; the panel shows it.
class PanelTabs : public QFrame {
    Q_OBJECT

public:
    /// `name` is what screen readers call the row.
    explicit PanelTabs(const QString &name, QWidget *parent = nullptr);

    /// Adds a title at the end, with its mnemonic, and what the page shows in one line.
    void addPage(const QString &title, const QString &help);
    void addButton(QWidget *button);
    int current() const;
    void setCurrent(int page);
    QTabBar *bar() const { return m_bar; }

signals:
    void chosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QTabBar *m_bar;
};

} // namespace playground
