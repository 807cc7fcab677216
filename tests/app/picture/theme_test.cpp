// SPDX-License-Identifier: MIT
#include "picture/theme.h"

#include <QFile>
#include <QFontMetricsF>
#include <QTest>

#include <array>
#include <cmath>

using namespace playground;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor &ink, const QColor &ground)
{
    const auto mix = [&](int i, int g) { return int(std::lround(g + (i - g) * double(ink.alphaF()))); };
    return QColor(mix(ink.red(), ground.red()), mix(ink.green(), ground.green()), mix(ink.blue(), ground.blue()));
}

constexpr std::array surfaces{Token::Window, Token::Panel, Token::Canvas, Token::Raised, Token::Zebra, Token::Soft};
constexpr std::array states{SpanState::Queued,    SpanState::Token,  SpanState::Backoff,  SpanState::Running,
                            SpanState::Succeeded, SpanState::Failed, SpanState::TimedOut, SpanState::Cancelled};
const std::array themes{Theme::light(), Theme::dark()};

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void hasTheTokensOfBothThemes_data();
    void hasTheTokensOfBothThemes();
    void hasTheFillsAndOutlinesOfEveryState();
    void repeatsMarbleColoursAfterEight();
    void keepsTextReadableOnEverySurface();
    void keepsSmallPrintReadable();
    void keepsTextOnAccentAndSpansReadable();
    void keepsWhatThePaletteBringsTogetherReadable();
    void keepsCodeReadable();
    void outlinesStandOutFromTheCanvas();
    void hasTheSizesOfTheLayout();
    void hasTheFontsOfTheRoles();
    void followsThePalettesWindow();
    void putsItsColoursInThePalette();
    void leavesNoNameInTheStyleSheet();
    void tintsTheComboBoxArrowLikeText();
};

void ThemeTest::hasTheTokensOfBothThemes_data()
{
    QTest::addColumn<int>("token");
    QTest::addColumn<QString>("light");
    QTest::addColumn<QString>("dark");
    const auto row = [](Token token, const char *light, const char *dark) {
        QTest::addRow("%s", light) << int(token) << QString(light) << QString(dark);
    };
    row(Token::Window, "#f3f4f6", "#1b1f24");
    row(Token::Panel, "#f9fafb", "#1f2429");
    row(Token::Canvas, "#ffffff", "#16191d");
    row(Token::Raised, "#ffffff", "#272d34");
    row(Token::Zebra, "#f7f8fa", "#1a1e22");
    row(Token::Border, "#d8dce1", "#333a42");
    row(Token::Hair, "#e9ecef", "#252a30");
    row(Token::FieldBorder, "#c6cbd2", "#444c56");
    row(Token::Text, "#1a1e23", "#e7eaee");
    row(Token::Text2, "#4a535d", "#b3bcc6");
    row(Token::Text3, "#66707b", "#8b95a1");
    row(Token::Accent, "#2759bb", "#2882fc");
    row(Token::AccentText, "#2759bb", "#69a8ff");
    row(Token::OnAccent, "#ffffff", "#0b0e12");
    row(Token::Soft, "#e7eefa", "#1a2b44");
    row(Token::CodeString, "#1b6e59", "#89eaa5");
    row(Token::CodeNumber, "#8a3a06", "#fcde3d");
    row(Token::LiveEdge, "#8fb4f5", "#b7d6ff");
}

void ThemeTest::hasTheTokensOfBothThemes()
{
    QFETCH(int, token);
    QTEST(Theme::light().color(Token(token)).name(), "light");
    QTEST(Theme::dark().color(Token(token)).name(), "dark");
}

void ThemeTest::hasTheFillsAndOutlinesOfEveryState()
{
    const QStringList light{"#d1d1d1", "#46b1e3", "#e0ab46", "#2759bb", "#2aa082", "#bf3801", "#580a67", "#5f5f5f"};
    const QStringList dark{"#4b4b4b", "#577b8e", "#fcde3d", "#2882fc", "#89eaa5", "#fe4e3f", "#e0a3f3", "#a3a4a7"};
    for (const SpanState state : states) {
        QCOMPARE(Theme::light().state(state).fill.name(), light[int(state)]);
        QCOMPARE(Theme::dark().state(state).fill.name(), dark[int(state)]);
        QCOMPARE(Theme::light().state(state).outline.isValid(), state <= SpanState::Backoff);
    }
    QCOMPARE(Theme::light().state(SpanState::Backoff).outline.name(), QStringLiteral("#94691a"));
    QCOMPARE(Theme::dark().state(SpanState::Token).outline.name(), QStringLiteral("#86aabd"));
}

void ThemeTest::repeatsMarbleColoursAfterEight()
{
    QCOMPARE(Theme::light().marble(1).name(), QStringLiteral("#bdd4f5"));
    QCOMPARE(Theme::light().marble(8).name(), QStringLiteral("#f0c9e2"));
    QCOMPARE(Theme::light().marble(9), Theme::light().marble(1));
    QCOMPARE(Theme::dark().marble(2).name(), QStringLiteral("#7a5a1e"));
    for (const Theme &theme : themes) {
        for (quint32 request = 1; request <= 8; ++request)
            QVERIFY(contrast(theme.color(Token::Text), theme.marble(request)) >= 4.5);
    }
}

void ThemeTest::keepsTextReadableOnEverySurface()
{
    for (const Theme &theme : themes) {
        for (const Token surface : surfaces) {
            QVERIFY(contrast(theme.color(Token::Text), theme.color(surface)) >= 6.7);
            QVERIFY(contrast(theme.color(Token::Text2), theme.color(surface)) >= 6.7);
        }
    }
}

void ThemeTest::keepsSmallPrintReadable()
{
    for (const Theme &theme : themes) {
        for (const Token surface : surfaces) {
            QVERIFY(contrast(theme.color(Token::AccentText), theme.color(surface)) >= 4.5);
            if (surface != Token::Soft || theme.isDark()) // Text3 is not for Soft in the light theme.
                QVERIFY(contrast(theme.color(Token::Text3), theme.color(surface)) >= 4.5);
        }
    }
}

void ThemeTest::keepsTextOnAccentAndSpansReadable()
{
    for (const Theme &theme : themes) {
        QVERIFY(contrast(theme.color(Token::OnAccent), theme.color(Token::Accent)) >= 5.2);
        for (const SpanState state : states) {
            QVERIFY(contrast(theme.state(state).text, theme.state(state).fill) >= 4.5);
        }
    }
}

void ThemeTest::keepsWhatThePaletteBringsTogetherReadable()
{
    using Palette = QPalette;
    for (const Theme &theme : themes) {
        const QPalette palette = theme.palette();
        const QList<std::pair<Palette::ColorRole, Palette::ColorRole>> pairs{
            {Palette::WindowText, Palette::Window},          {Palette::Text, Palette::Base},
            {Palette::Text, Palette::AlternateBase},         {Palette::PlaceholderText, Palette::Base},
            {Palette::ButtonText, Palette::Button},          {Palette::HighlightedText, Palette::Highlight},
            {Palette::Link, Palette::Base},                  {Palette::Link, Palette::Window},
            {Palette::LinkVisited, Palette::Base},           {Palette::ToolTipText, Palette::ToolTipBase}};
        for (const auto &[text, ground] : pairs)
            QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2").arg(text).arg(ground)));
    }
}

void ThemeTest::keepsCodeReadable()
{
    for (const Theme &theme : themes) {
        for (const Token word : {Token::Text, Token::AccentText, Token::CodeString, Token::CodeNumber}) {
            QVERIFY(contrast(theme.color(word), theme.color(Token::Canvas)) >= 4.5);
            QVERIFY(contrast(theme.color(word), theme.color(Token::Soft)) >= 4.5); // A line that is marked.
        }
        // What is drawn and no text: 3:1.
        QVERIFY(contrast(theme.color(Token::Accent), theme.color(Token::Canvas)) >= 3);
        QVERIFY(contrast(theme.color(Token::Accent), theme.color(Token::Raised)) >= 3);
    }
}

void ThemeTest::outlinesStandOutFromTheCanvas()
{
    for (const Theme &theme : themes) {
        for (const SpanState state : states) {
            const StateStyle style = theme.state(state);
            QVERIFY(contrast(style.outline.isValid() ? style.outline : style.fill, theme.color(Token::Canvas)) >= 3.0);
            // A texture lightens in light and darkens in dark.
            const QColor textured = mixed(theme.textureInk(state), style.fill);
            if (textured != style.fill)
                QCOMPARE(luminance(textured) > luminance(style.fill), !theme.isDark());
        }
    }
}

void ThemeTest::hasTheSizesOfTheLayout()
{
    QCOMPARE(Theme::size(Size::TransportBar), 48);
    QCOMPARE(Theme::size(Size::MetricsBar), 64);
    QCOMPARE(Theme::size(Size::StatusBar), 24);
    QCOMPARE(Theme::size(Size::ScenarioPanel), 288);
    QCOMPARE(Theme::size(Size::Inspector), 328);
    QCOMPARE(Theme::size(Size::InspectorFooter), 48);
    QCOMPARE(Theme::size(Size::Overview), 40);
    QCOMPARE(Theme::size(Size::Ruler), 24);
    QCOMPARE(Theme::size(Size::StripHeader), 32);
    QCOMPARE(Theme::size(Size::MarbleLane), 36);
    QCOMPARE(Theme::size(Size::Legend), 28);
    QCOMPARE(Theme::size(Size::CounterFirst), 88);
    QCOMPARE(Theme::size(Size::Counter), 60);
    QCOMPARE(Theme::size(Size::CounterSmall), 40);
    QCOMPARE(Theme::size(Size::Gutter), 72);
    QCOMPARE(Theme::size(Size::Marble), 18);
    QCOMPARE(Theme::size(Size::SwitchWidth), 28);
    QCOMPARE(Theme::size(Size::SliderHandle), 12);
    QCOMPARE(Theme::size(Size::RadiusKeyCap), 3);
    QCOMPARE(Theme::size(Size::SmallHeight), 720);
    QCOMPARE(Theme::size(Size::GalleryElided), 140);
}

void ThemeTest::hasTheFontsOfTheRoles()
{
    QCOMPARE(Theme::font(Role::Body).pointSizeF(), 9.0);
    QCOMPARE(Theme::font(Role::SpanText).weight(), QFont::Medium);
    QCOMPARE(Theme::font(Role::Caption).pointSizeF(), 8.0);
    QCOMPARE(Theme::font(Role::SectionCap).capitalization(), QFont::AllUppercase);
    QCOMPARE(Theme::font(Role::Time).pointSizeF(), 13.0);
    QCOMPARE(Theme::lineHeight(Role::Time), 24);
    QCOMPARE(Theme::font(Role::Code).pointSizeF(), 8.5);
    QCOMPARE(Theme::lineHeight(Role::Sentence), 20);
    const QFontMetricsF mono(Theme::font(Role::Number));
    QCOMPARE(mono.horizontalAdvance(QStringLiteral("111")), mono.horizontalAdvance(QStringLiteral("008")));
}

void ThemeTest::followsThePalettesWindow()
{
    QCOMPARE(Theme::matching(QPalette(Qt::white)), Theme::light());
    QCOMPARE(Theme::matching(QPalette(QColor(0x20, 0x20, 0x20))), Theme::dark());
    for (const Theme &theme : themes)
        QCOMPARE(Theme::matching(theme.palette()), theme);
}

void ThemeTest::putsItsColoursInThePalette()
{
    for (const Theme &theme : themes) {
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Window), theme.color(Token::Window));
        QCOMPARE(palette.color(QPalette::Base), theme.color(Token::Canvas));
        QCOMPARE(palette.color(QPalette::Button), theme.color(Token::Raised));
        QCOMPARE(palette.color(QPalette::Highlight), theme.color(Token::Accent));
        QCOMPARE(palette.color(QPalette::Mid), theme.color(Token::Border));
        QCOMPARE(palette.color(QPalette::ToolTipText), theme.color(Token::Text));
    }
}

void ThemeTest::leavesNoNameInTheStyleSheet()
{
    for (const Theme &theme : themes) {
        const QString sheet = theme.styleSheet();
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        QCOMPARE(sheet.count(QLatin1Char('{')), sheet.count(QLatin1Char('}')));
        QVERIFY(sheet.contains(theme.color(Token::Accent).name()));
    }
}

void ThemeTest::tintsTheComboBoxArrowLikeText()
{
    for (const Theme &theme : themes) {
        const QString path = QStringLiteral(":/picture/chevron-%1.svg").arg(theme.isDark() ? "dark" : "light");
        QVERIFY(theme.styleSheet().contains(path));
        QFile arrow(path);
        QVERIFY(arrow.open(QFile::ReadOnly));
        QVERIFY(QString::fromUtf8(arrow.readAll()).contains(theme.color(Token::Text2).name(), Qt::CaseInsensitive));
    }
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
