// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QStaticText>

#include <array>
#include <optional>

namespace playground {

/// Draws short texts that come back every frame: each is laid out once and kept. Fonts are made once, too.
class LabelCache {
public:
    const QFont &font(Role role);
    int width(Role role, const QString &text);
    double capHeight(Role role);
    /// The text, or as much of it as fits into `room` with "…" behind it; then a tool tip must tell the whole.
    QString elided(Role role, const QString &text, int room);

    /// Draws with the left end at `x` and the capitals centred on `centreY`.
    void draw(QPainter &painter, Role role, int x, double centreY, const QString &text, const QColor &color);
    void drawRight(QPainter &painter, Role role, int right, double centreY, const QString &text, const QColor &color);
    void drawCentred(QPainter &painter, Role role, double centreX, double centreY, const QString &text,
                     const QColor &color);

private:
    struct Face {
        QFont font;
        double ascent = 0;
        double capHeight = 0;
    };
    struct Label {
        QStaticText text;
        int width = 0;
    };
    const Face &face(Role role);
    const Label &label(Role role, const QString &text);

    std::array<std::optional<Face>, size_t(Role::Count)> m_faces;
    QHash<std::pair<int, QString>, Label> m_labels;
};

} // namespace playground
