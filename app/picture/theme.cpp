// SPDX-License-Identifier: MIT
#include "picture/theme.h"

#include <QFontDatabase>

#include <array>

namespace playground {
namespace {

/// A colour of the light theme and its twin of the dark one, as 0xAARRGGBB.
struct Pair {
    QRgb light, dark;
    QColor of(bool isDark) const { return QColor::fromRgba(isDark ? dark : light); }
};

constexpr std::array<Pair, size_t(Token::Count)> colors{{
    {0xFFF3F4F6, 0xFF1B1F24}, // Window
    {0xFFF9FAFB, 0xFF1F2429}, // Panel
    {0xFFFFFFFF, 0xFF16191D}, // Canvas
    {0xFFFFFFFF, 0xFF272D34}, // Raised
    {0xFFF7F8FA, 0xFF1A1E22}, // Zebra
    {0xFFD8DCE1, 0xFF333A42}, // Border
    {0xFFE9ECEF, 0xFF252A30}, // Hair
    {0xFFC6CBD2, 0xFF444C56}, // FieldBorder
    {0xFF1A1E23, 0xFFE7EAEE}, // Text
    {0xFF4A535D, 0xFFB3BCC6}, // Text2
    {0xFF66707B, 0xFF8B95A1}, // Text3
    {0xFF2759BB, 0xFF2882FC}, // Accent
    {0xFF2759BB, 0xFF69A8FF}, // AccentText
    {0xFFFFFFFF, 0xFF0B0E12}, // OnAccent
    {0xFFE7EEFA, 0xFF1A2B44}, // Soft
    {0xFF1B6E59, 0xFF89EAA5}, // CodeString
    {0xFF8A3A06, 0xFFFCDE3D}, // CodeNumber
    {0x7314181E, 0x7314181E}, // Veil: 45 %
    {0xFF8FB4F5, 0xFFB7D6FF}, // LiveEdge
    {0xFF4A535D, 0xFFD4DAE1}, // MarbleOutline
}};

/// Fill, outline (0: none), text on the fill, and how strong the texture's ink is (0: no texture).
struct StatePair {
    Pair fill, outline, text;
    double inkLight, inkDark;
};

constexpr QRgb ink = 0xFF101316, white = 0xFFFFFFFF, black = 0xFF0B0E12;
constexpr std::array<StatePair, 8> states{{
    {{0xFFD1D1D1, 0xFF4B4B4B}, {0xFF8A8A8A, 0xFF8A8A8A}, {ink, white}, 0, 0},       // Queued
    {{0xFF46B1E3, 0xFF577B8E}, {0xFF1F7FAE, 0xFF86AABD}, {ink, 0xFF000000}, 0.65, 0.55}, // Token: 4.5:1 in dark takes pure black.
    {{0xFFE0AB46, 0xFFFCDE3D}, {0xFF94691A, 0xFFFCDE3D}, {ink, black}, 0.85, 0.7},  // Backoff
    {{0xFF2759BB, 0xFF2882FC}, {0, 0}, {white, black}, 0, 0},                       // Running
    {{0xFF2AA082, 0xFF89EAA5}, {0, 0}, {ink, black}, 0, 0},                         // Succeeded
    {{0xFFBF3801, 0xFFFE4E3F}, {0, 0}, {white, black}, 0, 0},                       // Failed
    {{0xFF580A67, 0xFFE0A3F3}, {0, 0}, {white, black}, 0.3, 0.3},                   // TimedOut
    {{0xFF5F5F5F, 0xFFA3A4A7}, {0, 0}, {white, black}, 0.25, 0.25},                 // Cancelled
}};

constexpr std::array<Pair, 8> marbles{{
    {0xFFBDD4F5, 0xFF3D5F96},
    {0xFFF5DCA6, 0xFF7A5A1E},
    {0xFFBCE5D6, 0xFF2C6A55},
    {0xFFF4C9BA, 0xFF7C4030},
    {0xFFD9CBF1, 0xFF5F4A86},
    {0xFFD5DADF, 0xFF4E565F},
    {0xFFB9E1EC, 0xFF2D6677},
    {0xFFF0C9E2, 0xFF6E3F62},
}};

struct Type {
    double points;
    int linePx;
    QFont::Weight weight;
    bool mono;
};

constexpr std::array<Type, size_t(Role::Count)> types{{
    {8, 16, QFont::Normal, false},    // Caption
    {8, 16, QFont::DemiBold, false},  // CaptionStrong
    {8, 16, QFont::Normal, true},     // CaptionNumber
    {8, 16, QFont::DemiBold, false},  // SectionCap
    {9, 16, QFont::Normal, false},    // Body
    {9, 16, QFont::DemiBold, false},  // BodyStrong
    {9, 16, QFont::Normal, true},     // Number
    {9, 16, QFont::DemiBold, true},   // NumberStrong
    {9, 16, QFont::Medium, false},    // SpanText
    {8.5, 20, QFont::Normal, true},   // Code
    {10, 20, QFont::Normal, false},   // Sentence
    {10, 20, QFont::DemiBold, false}, // SentenceValue
    {12, 20, QFont::DemiBold, false}, // Title
    {12, 20, QFont::Normal, false},   // TitleSearch
    {11, 16, QFont::Medium, true},    // CounterValue
    {13, 24, QFont::Medium, true},    // Time
}};

constexpr std::array<int, size_t(Size::Count)> sizes{
    4,                           // Grid
    48,  64,   24,               // TransportBar, MetricsBar, StatusBar
    288, 240,  360,  12,         // ScenarioPanel, its min, max, padding
    328, 280,  480,  16,  48,    // Inspector, its min, max, padding, footer
    40,                          // TabRow
    40,  24,   32,   36,  24,    // Overview, Ruler, StripHeader, MarbleLane, MarbleLaneSmall
    56,  104,                    // MarbleLaneKeys, PolicyBox
    28,                          // Legend
    88,  60,   40,               // CounterFirst, Counter, CounterSmall
    72,                          // Gutter
    32,  24,                     // ToolButton, SmallButton
    28,  28,   24,               // FormRow, TableRow, TableRowDense
    28,  16,                     // Switch
    4,   12,                     // Slider groove, handle
    18,                          // Marble
    12,  44,                     // LanePitchMin, LanePitchMax
    8,   4,    8,    12,  16,    // InnerGap, BarGap, CardPaddingV, CardPaddingH, BlockGap
    8,   12,   6,    4,   3,  6, // radii: card, palette, button, field, key cap, hint
    2,   16,                     // FocusLine, IconGrid
    720, 1200, 1100, 140,        // SmallHeight, DrawerWidth, IconOnlyWidth, GalleryElided
};

/// The first family that is installed; empty: none. Ligatures would change code, so the NL cut comes first.
QString firstInstalled(const QStringList &families)
{
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return {};
}

QFont baseFont(bool mono)
{
    // Looked for once: the font database is slow to ask, and this is asked for each label.
    static const QString text = firstInstalled({QStringLiteral("Inter")});
    static const QString numbers = firstInstalled({QStringLiteral("JetBrains Mono NL"), QStringLiteral("JetBrains Mono")});
    const QString &family = mono ? numbers : text;
    if (!family.isEmpty())
        return QFont(family);
    return QFontDatabase::systemFont(mono ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont);
}

QFont makeFont(const Type &type)
{
    QFont font = baseFont(type.mono);
    font.setPointSizeF(type.points);
    font.setWeight(type.weight);
    // Hinted advances are whole pixels, which spaces small text unevenly.
    font.setHintingPreference(QFont::PreferNoHinting);
    if (type.mono)
        font.setStyleHint(QFont::Monospace);
    return font;
}

} // namespace

Theme Theme::matching(const QPalette &palette) { return Theme(palette.color(QPalette::Window).lightnessF() < 0.5F); }

QColor Theme::color(Token token) const { return colors[size_t(token)].of(m_dark); }

QColor Theme::color(Token token, double opacity) const
{
    QColor result = color(token);
    result.setAlphaF(float(result.alphaF() * opacity));
    return result;
}

StateStyle Theme::state(SpanState state) const
{
    const StatePair &pair = states[size_t(state)];
    return {pair.fill.of(m_dark), pair.outline.light ? pair.outline.of(m_dark) : QColor(), pair.text.of(m_dark)};
}

QColor Theme::textureInk(SpanState state) const
{
    const StatePair &pair = states[size_t(state)];
    return color(Token::Canvas, m_dark ? pair.inkDark : pair.inkLight);
}

QColor Theme::marble(quint32 request) const
{
    return marbles[(request + marbles.size() - 1) % marbles.size()].of(m_dark);
}

QFont Theme::font(Role role)
{
    QFont font = makeFont(types[size_t(role)]);
    if (role == Role::SectionCap) {
        font.setCapitalization(QFont::AllUppercase);
        font.setLetterSpacing(QFont::PercentageSpacing, 104);
    }
    return font;
}

int Theme::lineHeight(Role role) { return types[size_t(role)].linePx; }

int Theme::size(Size size) { return sizes[size_t(size)]; }

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, color(Token::Window));
    p.setColor(QPalette::WindowText, color(Token::Text));
    p.setColor(QPalette::Base, color(Token::Canvas));
    p.setColor(QPalette::AlternateBase, color(Token::Zebra));
    p.setColor(QPalette::Text, color(Token::Text));
    p.setColor(QPalette::PlaceholderText, color(Token::Text3));
    p.setColor(QPalette::Button, color(Token::Raised));
    p.setColor(QPalette::ButtonText, color(Token::Text));
    p.setColor(QPalette::BrightText, color(Token::OnAccent));
    p.setColor(QPalette::Highlight, color(Token::Accent));
    p.setColor(QPalette::HighlightedText, color(Token::OnAccent));
    p.setColor(QPalette::Link, color(Token::AccentText));
    p.setColor(QPalette::LinkVisited, color(Token::AccentText));
    p.setColor(QPalette::ToolTipBase, color(Token::Raised));
    p.setColor(QPalette::ToolTipText, color(Token::Text));
    p.setColor(QPalette::Light, color(Token::Raised));
    p.setColor(QPalette::Midlight, color(Token::Hair));
    p.setColor(QPalette::Mid, color(Token::Border));
    p.setColor(QPalette::Dark, color(Token::FieldBorder));
    p.setColor(QPalette::Shadow, color(Token::FieldBorder));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, color(Token::Text3, 0.6));
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::FieldBorder));
    return p;
}

} // namespace playground
