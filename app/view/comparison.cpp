// SPDX-License-Identifier: MIT
#include "view/comparison.h"

#include "model/catalogue.h"
#include "model/strips.h"
#include "picture/strip_painter.h"
#include "view/gallery_button.h"
#include "view/scenario_document.h"

#include <QMenu>

namespace playground {

namespace {

/// "B", or "B “Batches”".
QString called(const Scenario &scenario, qsizetype strip)
{
    const QString name = stripName(scenario, strip);
    return name.isEmpty() ? QString(stripLetter(strip)) : Comparison::tr("%1 “%2”").arg(QString(stripLetter(strip)), name);
}

QString escaped(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

} // namespace

Comparison::Comparison(ScenarioDocument *document, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_window(window)
{
}

void Comparison::openMenu(const QPoint &globalPosition)
{
    QMenu menu(m_window);
    fillMenu(menu);
    menu.exec(globalPosition);
}

void Comparison::openStripMenu(qsizetype strip, const QPoint &globalPosition)
{
    m_document->chooseStrip(strip);
    QMenu menu(m_window);
    fillStripMenu(menu, strip);
    menu.exec(globalPosition);
}

void Comparison::fillMenu(QMenu &menu)
{
    const Scenario &scenario = m_document->scenario();
    const qsizetype count = stripCount(scenario);
    const bool room = count < mostStrips;
    QAction *copy = menu.addAction(count > 1 ? tr("With a &copy of %1").arg(escaped(called(scenario, m_document->chosenStrip())))
                                             : tr("With a &copy of this one"),
                                   this, &Comparison::addCopy);
    QMenu *patterns = menu.addMenu(tr("With another &pattern"));
    for (const Kind *kind : kindsOf(QStringLiteral("pattern"))) {
        QAction *action = patterns->addAction(escaped(kind->title), this, [this, id = kind->id] { addPattern(id); });
        action->setToolTip(kind->help);
    }
    QMenu *shipped = menu.addMenu(tr("With pattern and policies of a &scenario"));
    QString group;
    for (const ScenarioInfo &info : m_list) {
        if (info.group != group)
            shipped->addSection(groupTitle(info.group));
        group = info.group;
        shipped->addAction(escaped(info.title), this, [this, name = info.name] { addShipped(name); });
    }
    copy->setEnabled(room);
    patterns->setEnabled(room);
    shipped->setEnabled(room && !m_list.empty());
    if (!room)
        menu.addAction(tr("No more than %1 strips fit beside each other").arg(mostStrips))->setEnabled(false);
    menu.addSeparator();
    menu.addAction(tr("&Stop comparing"), this, &Comparison::end)->setEnabled(count > 1);
}

void Comparison::fillStripMenu(QMenu &menu, qsizetype strip)
{
    const bool room = stripCount(m_document->scenario()) < mostStrips;
    // The keys are shortcuts of the window, which speak of the chosen strip.
    menu.addAction(tr("&Rename…") + QStringLiteral("\tF2"), this, [this, strip] { emit renameRequested(strip); })->setEnabled(strip > 0);
    menu.addAction(tr("Make it the &baseline") + QStringLiteral("\tCtrl+B"), this, [this, strip] { makeBaseline(strip); })->setEnabled(strip > 0);
    menu.addAction(tr("Add a &copy of it"), this, &Comparison::addCopy)->setEnabled(room);
    menu.addSeparator();
    menu.addAction(tr("Re&move") + QStringLiteral("\tCtrl+Del"), this, [this, strip] { remove(strip); });
}

void Comparison::chooseBeside(int by)
{
    const qsizetype count = stripCount(m_document->scenario());
    m_document->chooseStrip((m_document->chosenStrip() + by + count) % count);
}

void Comparison::add(const Scenario &from, const QString &name)
{
    const Scenario &scenario = m_document->scenario();
    const qsizetype strip = stripCount(scenario);
    if (strip >= mostStrips) {
        emit problem(tr("There are %1 strips already, and no more fit beside each other. Remove one first.").arg(mostStrips));
        return;
    }
    const Scenario after = withStripAdded(scenario, from, name);
    m_document->replace(after, tr("Compare with %1").arg(called(after, strip)));
    m_document->chooseStrip(strip);
}

void Comparison::addCopy() { add(m_document->strip(), {}); }

void Comparison::addPattern(const QString &id)
{
    Scenario other = m_document->strip();
    if (other.pattern.id() == id)
        return add(other, {});
    const ScenarioOrProblem changed = withValue(asStrip(other), QStringLiteral("pattern"), QJsonObject{{QStringLiteral("kind"), id}});
    if (const auto *wrong = std::get_if<Problem>(&changed)) {
        emit problem(wrong->text());
        return;
    }
    add(std::get<Scenario>(changed), {});
}

void Comparison::addShipped(const QString &name)
{
    const ScenarioOrProblem shipped = shippedScenario(name);
    if (const auto *wrong = std::get_if<Problem>(&shipped)) {
        emit problem(wrong->text());
        return;
    }
    const Scenario &from = std::get<Scenario>(shipped);
    add(from, from.title);
}

void Comparison::remove(qsizetype strip)
{
    const Scenario &scenario = m_document->scenario();
    if (stripCount(scenario) < 2)
        return;
    const QString step = tr("Remove strip %1").arg(called(scenario, strip));
    const ScenarioOrProblem after = withoutStrip(scenario, strip);
    if (const auto *wrong = std::get_if<Problem>(&after))
        emit problem(wrong->text());
    else
        m_document->replace(std::get<Scenario>(after), step);
}

void Comparison::makeBaseline(qsizetype strip)
{
    if (strip == 0)
        return;
    const Scenario &scenario = m_document->scenario();
    const QString step = tr("Make %1 the baseline").arg(called(scenario, strip));
    const ScenarioOrProblem after = withBaseline(scenario, strip);
    if (const auto *wrong = std::get_if<Problem>(&after)) {
        emit problem(wrong->text());
        return;
    }
    m_document->replace(std::get<Scenario>(after), step);
    m_document->chooseStrip(0);
}

void Comparison::rename(qsizetype strip, const QString &name)
{
    const Scenario &scenario = m_document->scenario();
    if (strip >= stripCount(scenario) || name == stripName(scenario, strip))
        return;
    m_document->replace(withStripName(scenario, strip, name),
                        name.isEmpty() ? tr("Take the name of %1 away").arg(QString(stripLetter(strip)))
                                       : tr("Name %1 “%2”").arg(QString(stripLetter(strip)), name));
}

void Comparison::end()
{
    Scenario alone = m_document->scenario();
    alone.compare = {};
    m_document->replace(alone, tr("Stop comparing"));
}

} // namespace playground
