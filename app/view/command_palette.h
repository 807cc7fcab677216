// SPDX-License-Identifier: MIT
#pragma once

#include "view/palette_entry.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace playground {

/// The gallery and the command search: a field, and below it all scenarios and commands that have what is typed there.
/// Up and Down choose, Enter does it, Ctrl+Enter opens a scenario as a strip, Esc or a click beside it leaves. It goes
/// away by itself.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteEntry> entries, QWidget *window);

    QLineEdit *field() const { return m_field; }
    QListWidget *list() const { return m_list; }
    /// What Enter would do; nullptr: nothing is found.
    const PaletteEntry *chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFooter();
    void placeOver(const QWidget &window);
    void search();
    void goBy(int by);
    void tellChosen();
    void take(bool asStrip);

    std::vector<PaletteEntry> m_entries;
    QLineEdit *m_field;
    QListWidget *m_list;
    bool m_taken = false; // It goes away, and does so once.
};

} // namespace playground
