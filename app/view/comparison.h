// SPDX-License-Identifier: MIT
#pragma once

#include "view/scenario_info.h"

#include <QObject>
#include <QPoint>

#include <vector>

class QMenu;
class QWidget;

namespace playground {

class ScenarioDocument;
struct Scenario;

/// What people do with the strips of a comparison: each edit is one undo step of the document, with a readable name.
class Comparison : public QObject {
    Q_OBJECT

public:
    Comparison(ScenarioDocument *document, QWidget *window);

    /// The shipped scenarios, whose patterns can be compared with.
    void setScenarioList(const std::vector<ScenarioInfo> &list) { m_list = list; }

    /// What can be added: a copy of the chosen strip, another pattern, the pattern of a shipped scenario; and the end of the
    /// comparison.
    void openMenu(const QPoint &globalPosition);
    /// What can be done with one strip.
    void openStripMenu(qsizetype strip, const QPoint &globalPosition);
    /// The same menus, filled but not open.
    void fillMenu(QMenu &menu);
    void fillStripMenu(QMenu &menu, qsizetype strip);

    /// The strip after the chosen one (1) or before it (-1), round and round.
    void chooseBeside(int by);
    /// A strip like the chosen one, which is chosen then.
    void addCopy();
    /// A strip with another pattern, and the policies of the chosen one.
    void addPattern(const QString &id);
    /// A strip with pattern and policies of a shipped scenario.
    void addShipped(const QString &name);
    /// A strip with pattern and policies of another scenario, and a name of its own.
    void add(const Scenario &from, const QString &name);
    void remove(qsizetype strip);
    void makeBaseline(qsizetype strip);
    void rename(qsizetype strip, const QString &name);
    /// Leaves A alone.
    void end();

signals:
    void renameRequested(qsizetype strip);
    void problem(const QString &sentence);

private:
    ScenarioDocument *m_document;
    QWidget *m_window;
    std::vector<ScenarioInfo> m_list;
};

} // namespace playground
