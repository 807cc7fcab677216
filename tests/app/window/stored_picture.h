// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QByteArray>
#include <QDir>
#include <QFontDatabase>
#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace playground {

/// How far a picture may be from the one that is stored for it. A pixel differs when one of its channels does by more than 48 of 255: less
/// is how versions of the font library draw the edges of the same letter. One pixel in ten thousand may differ, a line of 1 px that is 40 px
/// long. Another typeface is more than that, therefore pictures are compared only where both typefaces of the theme are installed.
inline constexpr int mostChannelDifference = 48;
inline constexpr int pixelsForOneDifferent = 10'000;

inline bool hasTheTypefaces()
{
    return QFontDatabase::hasFamily(QStringLiteral("Inter")) && Theme::font(Role::Number).family().startsWith(QStringLiteral("JetBrains Mono"));
}

inline bool pixelsDiffer(QRgb a, QRgb b)
{
    const auto apart = [](int one, int other) { return std::abs(one - other) > mostChannelDifference; };
    return apart(qRed(a), qRed(b)) || apart(qGreen(a), qGreen(b)) || apart(qBlue(a), qBlue(b));
}

/// Compares a picture with the stored one of this name in `folder`; empty when they are alike, else a sentence that says how to see the
/// difference and what to do. With ASYNCADE_STORE_PICTURES in the environment it is stored instead.
inline QByteArray differenceFromStored(const QImage &picture, const QString &folder, const QString &name)
{
    const QString path = QDir(folder).filePath(name + QStringLiteral(".png"));
    if (qEnvironmentVariableIsSet("ASYNCADE_STORE_PICTURES"))
        return picture.save(path, "PNG", 0) ? QByteArray() : QByteArray("could not write ") + path.toLocal8Bit();
    const QImage stored = QImage(path).convertToFormat(QImage::Format_RGB32), got = picture.convertToFormat(QImage::Format_RGB32);
    QImage marked = got;
    qint64 different = 0;
    for (int y = 0; stored.size() == got.size() && y < got.height(); ++y) {
        for (int x = 0; x < got.width(); ++x) {
            const bool differs = pixelsDiffer(stored.pixel(x, y), got.pixel(x, y));
            different += differs;
            marked.setPixel(x, y, differs ? qRgb(255, 0, 255) : qRgb(qGray(got.pixel(x, y)) / 2 + 127, qGray(got.pixel(x, y)) / 2 + 127, qGray(got.pixel(x, y)) / 2 + 127));
        }
    }
    const qint64 allowed = qint64(got.width()) * got.height() / pixelsForOneDifferent;
    if (stored.size() == got.size() && different <= allowed)
        return {};
    const QString seen = QDir::current().filePath(name);
    picture.save(seen + QStringLiteral("-now.png"));
    marked.save(seen + QStringLiteral("-difference.png"));
    const QString what = stored.isNull()                  ? QStringLiteral("is not stored yet")
                         : stored.size() != got.size()    ? QStringLiteral("is stored with another size")
                                                          : QStringLiteral("differs in %1 pixels, %2 may").arg(different).arg(allowed);
    return QStringLiteral("%1 %2: look at %3-now.png and %3-difference.png; if it is as it should be, store it: bash tests/pictures --store")
        .arg(path, what, seen)
        .toLocal8Bit();
}

} // namespace playground
