// SPDX-License-Identifier: MIT
#include "view/appearance.h"

#include "picture/theme.h"
#include "view/reduced_motion.h"
#include "view/system_colors.h"

#include <QApplication>
#include <QSettings>

namespace playground {

namespace {

const QString settingsKey = QStringLiteral("window/colors");

QString wordOf(Appearance::Choice choice)
{
    switch (choice) {
    case Appearance::Choice::Light:
        return QStringLiteral("light");
    case Appearance::Choice::Dark:
        return QStringLiteral("dark");
    case Appearance::Choice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_system(new SystemColors(this))
{
    // One style on every desktop: the colours and sizes are the theme's.
    QApplication::setStyle(makeProgramStyle());
    QApplication::setFont(Theme::font(Role::Body));
    const QString word = QSettings().value(settingsKey).toString();
    for (const Choice choice : {Choice::Light, Choice::Dark})
        if (word == wordOf(choice))
            m_choice = choice;
    connect(m_system, &SystemColors::changed, this, &Appearance::apply);
    apply();
}

void Appearance::choose(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(settingsKey, wordOf(choice));
    apply();
}

bool Appearance::isDark() const
{
    return m_choice == Choice::Dark || (m_choice == Choice::System && m_system->isDark());
}

void Appearance::apply()
{
    const Theme theme = isDark() ? Theme::dark() : Theme::light();
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    emit changed();
}

} // namespace playground
