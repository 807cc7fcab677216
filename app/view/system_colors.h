// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QVariant>

class QDBusVariant;

namespace playground {

/// Whether the system asks for dark colours. Qt 6.4 has no word for it: the desktop portal is asked where there is one,
/// and tells of changes; elsewhere the palette that the program started with decides.
class SystemColors : public QObject {
    Q_OBJECT

public:
    explicit SystemColors(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void takeScheme(uint scheme);

    bool m_paletteIsDark;
    bool m_dark;
};

} // namespace playground
