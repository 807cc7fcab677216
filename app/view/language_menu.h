// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>

namespace playground {

/// What the user has chosen in the menu: a language, or empty for that of the system.
QString chosenLanguage();

/// Lets choose the language of the next start, and remembers the choice. The texts that stand in the window stay as they are:
/// many are made once, and a run that is under way must not be disturbed.
class LanguageMenu : public QMenu {
    Q_OBJECT

public:
    explicit LanguageMenu(QWidget *parent = nullptr);

signals:
    /// Another one was chosen, and a sentence that says when it is spoken.
    void chosen(const QString &sentence);

private:
    void choose(const QString &language);
};

} // namespace playground
