// SPDX-License-Identifier: MIT
#include "view/transport_bar.h"

#include "model/run.h"
#include "picture/theme.h"
#include "view/gallery_button.h"
#include "view/icon_button.h"
#include "view/separator.h"
#include "view/slider.h"
#include "view/speed_scale.h"
#include "view/text_label.h"
#include "view/time_field.h"
#include "view/value_field.h"
#include "view/window_actions.h"

#include <QHBoxLayout>
#include <QMenu>

#include <cmath>

namespace playground {

namespace {

constexpr int runWidth = 88, narrowRunWidth = 40;
constexpr int speedWidth = 103, narrowSpeedWidth = 72;
constexpr double mostSeed = 9007199254740991; // 2^53 - 1

Parameter seedParameter()
{
    Parameter seed;
    seed.key = QStringLiteral("seed");
    seed.type = ParameterType::Integer;
    seed.min = 0;
    seed.max = mostSeed;
    return seed;
}

} // namespace

TransportBar::TransportBar(WindowActions *actions, QMenu *menu, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
{
    setProperty("bar", "transport");
    setFixedHeight(Theme::size(Size::TransportBar));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::size(Size::InnerGap), 0, Theme::size(Size::InnerGap), 1);
    layout->setSpacing(0);
    auto *menuButton = new IconButton(QStringLiteral("menu"), IconButton::Kind::Tool, tr("Menu"), this);
    connect(menuButton, &IconButton::clicked, menu,
            [menu, menuButton] { menu->exec(menuButton->mapToGlobal(QPoint(0, menuButton->height() + 2))); });
    layout->addWidget(menuButton);
    layout->addSpacing(Theme::size(Size::BarGap));
    m_gallery = new GalleryButton(this); // After it, for the Tab key.
    layout->addWidget(m_gallery);
    addSeparator();
    addTransport();
    addSeparator();
    addSpeed();
    addSeparator();
    addSeed();
    layout->addStretch(1);
    addEnd();
}

IconButton *TransportBar::addButton(const QString &icon, QAction *action)
{
    auto *button = new IconButton(icon, IconButton::Kind::Tool, tipOf(action), this);
    button->follow(action);
    layout()->addWidget(button);
    return button;
}

void TransportBar::addSeparator()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    const auto addGap = [&] {
        m_gaps += new QSpacerItem(Theme::grid(3), 0, QSizePolicy::Fixed);
        row->addItem(m_gaps.last());
    };
    addGap();
    row->addWidget(new Separator(this));
    addGap();
}

void TransportBar::addTransport()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    addButton(QStringLiteral("reset"), m_actions->reset);
    addButton(QStringLiteral("step-back"), m_actions->stepBack);
    row->addSpacing(Theme::size(Size::InnerGap));
    m_run = new IconButton(QStringLiteral("run"), IconButton::Kind::Primary, tipOf(m_actions->run), this);
    m_runName = tr("Run");
    m_run->follow(m_actions->run);
    showRun();
    row->addWidget(m_run);
    row->addSpacing(Theme::size(Size::InnerGap));
    addButton(QStringLiteral("step"), m_actions->step);
    addButton(QStringLiteral("to-end"), m_actions->toEnd);
    row->addSpacing(Theme::size(Size::InnerGap));
    m_time = new TimeField(this);
    row->addWidget(m_time);
}

void TransportBar::addSpeed()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    m_speedLabel = new TextLabel(Role::Body, Token::Text3, tr("S&peed"), this);
    m_speed = new Slider(this);
    m_speed->setAccessibleName(tr("Speed"));
    m_speedLabel->setBuddy(m_speed);
    m_speed->setSnaps({speedPosition(1)});
    m_speed->setStepper(
        [this](double, int steps) { return speedPosition(nextSpeed(m_speedValue, steps > 0 ? 1 : -1)); });
    m_speedText = new TextLabel(Role::Number, Token::Text, {}, this);
    m_speedText->setMinimumWidth(m_speedText->fontMetrics().horizontalAdvance(QStringLiteral("0.05×")));
    m_speedLabel->setContentsMargins(0, 0, Theme::grid(3), 0);
    row->addWidget(m_speedLabel);
    row->addWidget(m_speed);
    row->addSpacing(Theme::grid(3));
    row->addWidget(m_speedText);
    row->addSpacing(Theme::size(Size::BarGap));
    m_clock = addButton(QStringLiteral("clock"), m_actions->wallClock);
    connect(m_speed, &Slider::moved, this, [this](double position) {
        m_speedValue = speedAt(position);
        showSpeed();
        emit speedChanged(m_speedValue);
    });
    setWallClock(false);
    setSpeed(m_speedValue);
}

void TransportBar::addSeed()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    auto *label = new TextLabel(Role::Body, Token::Text3, tr("&Seed"), this);
    m_seed = new ValueField(ValueScale(seedParameter()), this);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setHelp(tr("The luck of the run: the same seed gives the same run"));
    m_seed->setFixedWidth(56);
    label->setBuddy(m_seed);
    row->addWidget(label);
    row->addSpacing(Theme::size(Size::InnerGap));
    row->addWidget(m_seed);
    row->addSpacing(Theme::size(Size::BarGap));
    m_lock = addButton(QStringLiteral("lock"), m_actions->lockSeed);
    row->addSpacing(Theme::size(Size::BarGap));
    addButton(QStringLiteral("dice"), m_actions->newSeed);
    connect(m_actions->lockSeed, &QAction::toggled, this,
            [this](bool locked) { m_lock->setIconName(locked ? QStringLiteral("lock") : QStringLiteral("unlock")); });
    connect(m_seed, &ValueField::edited, this,
            [this](const QJsonValue &seed) { emit seedEdited(quint64(seed.toDouble())); });
}

void TransportBar::addEnd()
{
    m_compare = addButton(QStringLiteral("compare"), m_actions->compare);
    layout()->addItem(new QSpacerItem(Theme::size(Size::BarGap), 0, QSizePolicy::Fixed));
    m_search = addButton(QStringLiteral("search"), m_actions->palette);
    m_search->hide(); // Until there is room.
    m_theme = new IconButton(QStringLiteral("system"), IconButton::Kind::Tool,
                             tr("Colours: as the system, light or dark"), this);
    connect(m_theme, &IconButton::clicked, this, [this] {
        QMenu menu(this);
        menu.addActions({m_actions->themeSystem, m_actions->themeLight, m_actions->themeDark});
        menu.exec(m_theme->mapToGlobal(QPoint(0, m_theme->height() + 2)));
    });
    layout()->addWidget(m_theme);
    m_details = addButton(QStringLiteral("details"), m_actions->details);
}

void TransportBar::setState(const PlaybackState &state)
{
    const bool runs = state.phase == PlaybackState::Phase::Running;
    m_run->setIconName(!runs            ? QStringLiteral("run")
                       : state.wallClock ? QStringLiteral("stop")
                                         : QStringLiteral("pause"));
    m_runName = !runs ? tr("Run") : state.wallClock ? tr("Stop") : tr("Pause");
    if (m_wallClock != state.wallClock)
        setWallClock(state.wallClock);
    m_run->setAccessibleName(m_runName);
    showRun();
    m_time->setInstant(state.now);
    m_realSpeed = runs ? state.realSpeed : 0;
    if (!m_speed->isDragged() && state.speed != m_speedValue)
        setSpeed(state.speed);
    showSpeed();
}

/// In a narrow bar its triangle has to say it.
void TransportBar::showRun()
{
    m_run->setText(m_narrow ? QString() : m_runName);
    m_run->setFixedWidth(m_narrow ? narrowRunWidth : qMax(runWidth, m_run->sizeHint().width()));
}

/// In real time there is one speed.
void TransportBar::setWallClock(bool on)
{
    m_wallClock = on;
    m_speed->setEnabled(!on);
    m_speed->setToolTip(
        on ? oneSpeed() : tr("Virtual seconds per second, 1/100 to 100, then Max: as fast as possible ([ and ], \\ for 1×)"));
    showSpeed();
    shareRoom();
}

QString TransportBar::oneSpeed() { return tr("Off on the wall clock: real time always runs at 1×"); }

/// A narrow bar has room for one of the two: the speed, or what stands for real time, which has one. The menu has both.
void TransportBar::shareRoom()
{
    m_speed->setVisible(!m_narrow || !m_wallClock);
    m_clock->setVisible(!m_narrow || m_wallClock);
}

QString TransportBar::timeText() const { return m_time->text(); }

void TransportBar::setSpeed(double speed)
{
    m_speedValue = speed;
    m_speed->setPosition(speedPosition(speed));
    showSpeed();
}

void TransportBar::showSpeed()
{
    // Where the machine cannot keep up the factor that is reached shows, not the one that was asked for.
    const bool lags = m_realSpeed > 0 && !std::isinf(m_speedValue) && m_realSpeed < 0.9 * m_speedValue;
    m_speedText->setText(lags ? QStringLiteral("≈ ") + speedText(QString::number(m_realSpeed, 'g', 2).toDouble())
                              : speedText(m_speedValue));
    m_speedText->setToolTip(m_wallClock ? oneSpeed()
                            : lags      ? tr("%1 was asked for; this is what the machine can do").arg(speedText(m_speedValue))
                                        : QString());
    m_speed->setValueText(m_speedText->text());
}

QPoint TransportBar::belowCompare() const { return m_compare->mapToGlobal(QPoint(0, m_compare->height() + 2)); }

void TransportBar::setSeed(quint64 seed) { m_seed->setValue(double(seed)); }

void TransportBar::setThemeIcon(const QString &icon) { m_theme->setIconName(icon); }

void TransportBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_wideWidth == 0) {
        setNarrow(false);
        m_wideWidth = layout()->minimumSize().width();
    }
    setNarrow(width() < qMax(Theme::size(Size::IconOnlyWidth), m_wideWidth));
    // The gallery's button opens the same, so this one gives way first.
    m_search->setVisible(!m_narrow && width() >= m_wideWidth + m_search->sizeHint().width());
    m_details->setVisible(width() < Theme::size(Size::DrawerWidth));
}

void TransportBar::setNarrow(bool narrow)
{
    // The name itself elides at that width; around it stand two icons and their gaps.
    const int nameAlone =
        Theme::size(Size::GalleryElided) + 2 * Theme::size(Size::IconGrid) + 4 * Theme::size(Size::InnerGap);
    // In between it gives way first, and where there is hardly any room it does so to the clock of a run of hours.
    m_gallery->setMinimumWidth(nameAlone - (narrow ? Theme::grid(20) : 0));
    m_gallery->setMaximumWidth(narrow ? nameAlone : m_gallery->sizeHint().width());
    m_speed->setFixedWidth(narrow ? narrowSpeedWidth : speedWidth);
    m_narrow = narrow;
    showRun();
    m_compare->setText(narrow ? QString() : tr("Compare"));
    m_compare->updateGeometry();
    shareRoom();
    m_speedLabel->setVisible(!narrow); // The slider and its "0.5×" speak for themselves.
    for (QSpacerItem *gap : std::as_const(m_gaps))
        gap->changeSize(Theme::grid(narrow ? 2 : 3), 0, QSizePolicy::Fixed);
    layout()->invalidate();
}

} // namespace playground
