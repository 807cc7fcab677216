// SPDX-License-Identifier: MIT
#include "model/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace playground {

namespace {

const QString english = QStringLiteral("en");
const QString ofPlayground = QStringLiteral("texts-of-the-playground"), ofQt = QStringLiteral("texts-of-qt");

/// Takes the translator of this name away, and puts another in its place when there is one.
void replaceTranslator(const QString &name, std::unique_ptr<QTranslator> translator)
{
    QCoreApplication *application = QCoreApplication::instance();
    delete application->findChild<QTranslator *>(name, Qt::FindDirectChildrenOnly); // Uninstalls itself.
    if (!translator)
        return;
    translator->setObjectName(name);
    translator->setParent(application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

QStringList languages() { return {english, QStringLiteral("de")}; }

QString languageName(const QString &language)
{
    return languages().contains(language) ? QLocale(language).nativeLanguageName().section(u' ', -1) : QString();
}

QString nearestLanguage(const QStringList &wanted)
{
    for (const QString &name : wanted) {
        const QString language = name.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (languages().contains(language))
            return language;
    }
    return english;
}

bool speak(const QString &language)
{
    std::unique_ptr<QTranslator> own, ofToolkit;
    if (language != english) {
        own = std::make_unique<QTranslator>();
        if (!languages().contains(language) || !own->load(QStringLiteral(":/asyncade/translations/asyncade_%1.qm").arg(language)))
            return false;
        ofToolkit = std::make_unique<QTranslator>();
        // A package of its own, which need not be there: then dialogs of Qt's stay English.
        if (!ofToolkit->load(QStringLiteral("qtbase_%1").arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            ofToolkit.reset();
    }
    replaceTranslator(ofQt, std::move(ofToolkit));
    replaceTranslator(ofPlayground, std::move(own)); // The last one is asked first.
    return true;
}

} // namespace playground
