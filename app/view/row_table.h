// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace playground {

/// A table of dense rows that are selected as a whole, of any length: rows of one height, columns as wide as what was seen
/// of them needs. Ctrl+C copies the selected rows as lines of text.
class RowTable : public QTableView {
    Q_OBJECT

public:
    /// `name` is what screen readers call it.
    RowTable(const QString &name, const QString &help, QWidget *parent = nullptr);

    /// Makes columns wider where rows in view need that.
    void fitColumns();
    /// Forgets how wide they were.
    void resetColumns();
    /// Scrolls to a cell, also in a table that has just grown.
    void reveal(const QModelIndex &cell);
    /// The selected rows, cells two spaces apart, each line with its end.
    QString selectedText() const;
    /// While the focus comes, the first row becomes the current one by itself; nobody has chosen it.
    bool takesFocus() const { return m_takesFocus; }

public slots:
    void copy();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    bool m_takesFocus = false;
};

} // namespace playground
