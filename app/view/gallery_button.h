// SPDX-License-Identifier: MIT
#pragma once

#include "view/scenario_info.h"

#include <QAbstractButton>

#include <vector>

namespace playground {

/// Shows the title of the scenario and opens the list of the shipped ones, by group.
class GalleryButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit GalleryButton(QWidget *parent = nullptr);

    void setList(const std::vector<ScenarioInfo> &list);
    /// What stands there: its name, to tick it in the list, and its title. `changed`: it has unsaved edits.
    void setCurrent(const QString &name, const QString &title, bool changed);
    const std::vector<ScenarioInfo> &list() const { return m_list; }
    QSize sizeHint() const override;

public slots:
    void openList();

signals:
    void chosen(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::vector<ScenarioInfo> m_list;
    QString m_name;
    bool m_changed = false;
};

/// The group's title: "Many at once".
QString groupTitle(const QString &group);

} // namespace playground
