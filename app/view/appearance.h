// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace playground {

class SystemColors;

/// Dresses the whole program: style, fonts, and the light or the dark theme, as chosen or as the system is. Remembers
/// the choice.
class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    explicit Appearance(QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    bool isDark() const;

signals:
    void changed();

private:
    void apply();

    SystemColors *m_system;
    Choice m_choice = Choice::System;
};

} // namespace playground
