// SPDX-License-Identifier: MIT
#pragma once

#include "view/scenario_info.h"

#include <QAbstractButton>

#include <vector>

namespace playground {

/// Shows the title of the scenario, and asks for the gallery of the shipped ones.
class GalleryButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit GalleryButton(QWidget *parent = nullptr);

    void setList(const std::vector<ScenarioInfo> &list);
    /// What stands there: its name and its title. `changed`: it has unsaved edits.
    void setCurrent(const QString &name, const QString &title, bool changed);
    const std::vector<ScenarioInfo> &list() const { return m_list; }
    /// The name of the scenario that stands there.
    const QString &current() const { return m_name; }
    QSize sizeHint() const override;

signals:
    void listWanted();
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
