// SPDX-License-Identifier: MIT
#include "view/input_pad.h"

#include "model/duration.h"
#include "model/run.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/icon_button.h"
#include "view/pad_field.h"
#include "view/window_actions.h"

#include <QHBoxLayout>

namespace playground {

using std::chrono::milliseconds;

namespace {

constexpr int burstSize = 5;
constexpr milliseconds generatorSteps[] = {milliseconds(100), milliseconds(300)};
constexpr int leastFieldWidth = 120;

} // namespace

InputPad::InputPad(WindowActions *actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_field(new PadField(this))
    , m_tap(new Chip(tr("Tap"), this))
    , m_burst(new Chip(tr("Burst of %n", nullptr, burstSize), this))
    , m_record(new IconButton(QStringLiteral("record"), IconButton::Kind::Small, tr("Record"), this))
{
    setProperty("bar", "panel");
    setAccessibleName(tr("Input"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::size(Size::BlockGap), Theme::size(Size::InnerGap), Theme::size(Size::BlockGap),
                            Theme::size(Size::InnerGap));
    row->setSpacing(Theme::size(Size::InnerGap));
    m_field->setFont(Theme::font(Role::Body));
    m_field->setMinimumWidth(leastFieldWidth);
    m_field->setPlaceholderText(tr("Type here: each key is a request"));
    m_field->setAccessibleName(tr("Input pad"));
    m_field->setToolTip(tr("Each key is a request, recorded on the tape; Esc gives the keys back to the timeline"));
    row->addWidget(m_field, 1);
    m_tap->setToolTip(tipOf(actions->tap));
    row->addWidget(m_tap);
    for (const milliseconds every : generatorSteps)
        addGenerator(row, every);
    m_burst->setToolTip(tr("That many requests at one instant"));
    row->addWidget(m_burst);
    m_record->setText(tr("Record"));
    m_record->setCheckable(true);
    m_record->follow(actions->record);
    row->addWidget(m_record);
    connect(m_tap, &QToolButton::clicked, this, [this] { tap(); });
    connect(m_burst, &QToolButton::clicked, this, [this] {
        if (record())
            emit burstRequested(burstSize);
    });
    connect(m_field, &PadField::typing, this, &InputPad::record);
    connect(m_field, &PadField::typed, this, [this](const QString &key, const QString &text, quint64 timestamp) {
        emit input({key, text}, m_age.of(timestamp));
    });
}

void InputPad::addGenerator(QHBoxLayout *row, milliseconds every)
{
    const QString text = displayDuration(every);
    auto *chip = new Chip(tr("Every %1").arg(text), this);
    chip->setCheckable(true);
    chip->setToolTip(tr("Taps every %1 until it is switched off").arg(text));
    connect(chip, &QToolButton::clicked, this, [this, chip, every](bool on) {
        for (Chip *other : std::as_const(m_generators))
            other->setChecked(other == chip && on);
        if (on && !record())
            chip->setChecked(false);
        else
            emit generateRequested(on ? every : milliseconds(0));
    });
    m_generators += chip;
    row->addWidget(chip);
}

/// False when it could not be begun; the window has said why.
bool InputPad::record()
{
    if (!m_recording)
        emit recordRequested(true);
    return m_recording;
}

void InputPad::tap(quint64 timestamp)
{
    if (record())
        emit input(PadInput::click(), m_age.of(timestamp));
}

void InputPad::setRecording(bool recording)
{
    if (recording == m_recording)
        return;
    m_recording = recording;
    m_record->setText(recording ? tr("Recording") : tr("Record"));
    m_record->updateGeometry();
    if (recording) {
        m_field->clear();
        return;
    }
    for (Chip *generator : std::as_const(m_generators))
        generator->setChecked(false);
    m_shown = -1;
}

void InputPad::showText(const Run *run)
{
    if (m_recording || !run || run->scenario().source.id() != u"tape")
        return;
    const qint64 arrived = qint64(run->timeline().in().size());
    if (arrived == m_shown)
        return;
    m_shown = arrived;
    m_field->setText(tapeText(run->scenario().source, arrived));
}

} // namespace playground
