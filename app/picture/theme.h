// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace playground {

/// The colours of surfaces, lines, text and accent. Nothing outside theme.cpp names a colour.
enum class Token : quint8 {
    Window,      ///< Transport, status, overview.
    Panel,       ///< Side panels, metrics, strip headers, ruler.
    Canvas,      ///< Timeline, code.
    Raised,      ///< Cards, fields, buttons.
    Zebra,       ///< Every other lane when lanes are 12 px.
    Border,      ///< Panel edges, cards.
    Hair,        ///< Lane lines, grid, table lines.
    FieldBorder, ///< Fields, buttons, the sentence's rail.
    Text,        ///< Values, titles, selection outline.
    Text2,       ///< Labels, limit lines.
    Text3,       ///< Captions, units; not on Soft in the light theme.
    Accent,      ///< Primary button, sliders, playhead, focus.
    AccentText,  ///< Coloured text, keywords, active chip.
    OnAccent,    ///< Text on Accent.
    Soft,        ///< Selected lane, why box, active chip.
    CodeString,
    CodeNumber,
    Veil,          ///< Under a palette that covers the window.
    LiveEdge,      ///< The growing end of a running span.
    MarbleOutline, ///< Around every marble.
    Count
};

/// The roles of text. Nothing outside theme.cpp names a font.
enum class Role : quint8 {
    Caption,       ///< Legend, status, phase text of lanes.
    CaptionStrong, ///< IN, OUT.
    CaptionNumber, ///< The same in mono: ruler labels, numbers in the status bar.
    SectionCap,    ///< SOURCE: upper case, tracked.
    Body,          ///< Labels, buttons, forms.
    BodyStrong,    ///< Titles of cards and strips.
    Number,        ///< Numbers in forms and tables: mono.
    NumberStrong,
    SpanText, ///< On spans.
    Code,
    Sentence,
    SentenceValue,
    Title,       ///< Inspector title.
    TitleSearch, ///< The gallery's search field.
    CounterValue,
    Time, ///< Time read-out, metric values.
    Count
};

/// The lengths of the layout in logical pixels. Nothing outside theme.cpp names a size, except multiples of Grid.
enum class Size : quint8 {
    Grid, ///< 4: every distance is a multiple of it.
    TransportBar,
    MetricsBar,
    StatusBar,
    ScenarioPanel,
    ScenarioPanelMin,
    ScenarioPanelMax,
    ScenarioPadding,
    Inspector,
    InspectorMin,
    InspectorMax,
    InspectorPadding,
    InspectorFooter,
    TabRow,
    Overview,
    Ruler,
    StripHeader,
    MarbleLane,
    MarbleLaneSmall, ///< In windows lower than SmallHeight.
    MarbleLaneKeys,  ///< With the keys that were typed below the marbles.
    PolicyBox,       ///< Of debounce and throttle.
    Legend,
    CounterFirst,
    Counter,
    CounterSmall,
    Gutter,
    ToolButton,
    SmallButton, ///< Also chips and fields.
    FormRow,
    TableRow,
    TableRowDense,
    SwitchWidth,
    SwitchHeight,
    SliderGroove,
    SliderHandle,
    Marble,
    LanePitchMin,
    LanePitchMax,
    InnerGap, ///< 8: inside a control, and between form controls.
    BarGap,   ///< 4: between controls of a bar.
    CardPaddingV,
    CardPaddingH,
    BlockGap, ///< 16: between blocks.
    RadiusCard,
    RadiusPalette,
    RadiusButton,
    RadiusField,
    RadiusKeyCap,
    RadiusHint,
    FocusLine, ///< 2: tab underline, selection, focused field.
    IconGrid,
    SmallHeight,   ///< Windows lower than this drop the legend and the overview, and show one counter.
    DrawerWidth,   ///< Windows narrower than this show the inspector as a drawer.
    IconOnlyWidth, ///< Windows narrower than this show Compare, Present and Search as icons.
    GalleryElided, ///< Width at which the gallery's name elides there.
    Count
};

/// How a state looks.
struct StateStyle {
    QColor fill;
    QColor outline; ///< Invalid: none.
    QColor text;    ///< Text and glyph on the fill.
};

/// All colours, fonts and sizes of one appearance: a small value that is passed to whoever draws.
///
/// The style sheet knows these dynamic properties: `card` = true (a QFrame with border and radius), `bar` =
/// "transport", "metrics", "status" or "panel" (background and edge of a bar), `kind` = "primary", "tool", "small" or
/// "chip" (buttons), `caption` = true (a label in Text3), `mono` = true (a field that holds a number). Everything else
/// is in the palette.
class Theme {
public:
    static Theme light() { return Theme(false); }
    static Theme dark() { return Theme(true); }
    /// The theme that suits a palette: dark when its window colour is. (Qt 6.4 cannot ask the system.)
    static Theme matching(const QPalette &palette);

    bool isDark() const { return m_dark; }
    QColor color(Token token) const;
    /// The colour with `opacity` of its own alpha.
    QColor color(Token token, double opacity) const;
    StateStyle state(SpanState state) const;
    /// The fill of request n's marble; the number is the identity, the colour repeats after eight.
    QColor marble(quint32 request) const;
    /// How much of the fill colour the area under a counter takes.
    double counterOpacity() const { return m_dark ? 0.28 : 0.16; }
    /// The ink of textures on a state's fill: the canvas colour, so that it lightens in light and darkens in dark.
    QColor textureInk(SpanState state) const;

    static QFont font(Role role);
    /// The height of one line of text of that role.
    static int lineHeight(Role role);
    static int size(Size size);
    /// `n` steps of the 4 px grid.
    static int grid(int n) { return 4 * n; }

    QPalette palette() const;
    /// Radii and borders, for QApplication::setStyleSheet().
    QString styleSheet() const;

    friend bool operator==(const Theme &, const Theme &) = default;

private:
    explicit Theme(bool dark)
        : m_dark(dark)
    {
    }
    bool m_dark = false;
};

} // namespace playground
