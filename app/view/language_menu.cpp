// SPDX-License-Identifier: MIT
#include "view/language_menu.h"

#include "model/language.h"

#include <QActionGroup>
#include <QSettings>

namespace playground {

namespace {

const QString settingsKey = QStringLiteral("window/language");

} // namespace

QString chosenLanguage()
{
    const QString language = QSettings().value(settingsKey).toString();
    return languages().contains(language) ? language : QString();
}

LanguageMenu::LanguageMenu(QWidget *parent)
    : QMenu(tr("Lan&guage"), parent)
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const QString &language) {
        QAction *action = group->addAction(addAction(text));
        action->setCheckable(true);
        action->setChecked(language == chosenLanguage());
        connect(action, &QAction::triggered, this, [this, language] { choose(language); });
    };
    add(tr("As the &system"), {});
    for (const QString &language : languages())
        add(u'&' + languageName(language), language);
}

void LanguageMenu::choose(const QString &language)
{
    if (language == chosenLanguage())
        return;
    QSettings().setValue(settingsKey, language);
    const QString next = languageName(language.isEmpty() ? nearestLanguage() : language);
    emit chosen(tr("Asyncade speaks %1 from its next start on.").arg(next));
}

} // namespace playground
