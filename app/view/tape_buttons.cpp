// SPDX-License-Identifier: MIT
#include "view/tape_buttons.h"

#include "model/scenario.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/flow_layout.h"

#include <QJsonArray>

namespace playground {

TapeButtons::TapeButtons(QWidget *parent)
    : QWidget(parent)
    , m_record(new Chip(tr("Record"), this))
    , m_replay(new Chip(tr("Replay"), this))
    , m_clear(new Chip(tr("Clear"), this))
{
    auto *layout = new FlowLayout(Theme::size(Size::BarGap), Theme::size(Size::BarGap), this);
    for (Chip *chip : {m_record, m_replay, m_clear})
        layout->addWidget(chip);
    m_record->setCheckable(true);
    m_record->setToolTip(tr("Begins a new tape: what you put in while it runs becomes the source; again: ends it"));
    m_replay->setToolTip(tr("Runs the tape from its start"));
    m_clear->setToolTip(tr("Takes everything off the tape; Undo brings it back"));
    connect(m_record, &QToolButton::clicked, this, [this](bool on) {
        m_record->setChecked(!on); // What comes of it is told by setRecording().
        emit recordRequested(on);
    });
    connect(m_replay, &QToolButton::clicked, this, &TapeButtons::replayRequested);
    connect(m_clear, &QToolButton::clicked, this, &TapeButtons::clearRequested);
}

void TapeButtons::setSource(const Section &source)
{
    const bool isTape = source.id() == u"tape";
    m_holds = isTape && !source.value(QStringLiteral("events")).toArray().isEmpty();
    enable();
    setVisible(isTape);
}

void TapeButtons::setRecording(bool recording)
{
    m_record->setChecked(recording);
    enable();
}

void TapeButtons::enable()
{
    m_replay->setEnabled(m_holds);
    m_clear->setEnabled(m_holds && !m_record->isChecked()); // What is being recorded grows on.
}

} // namespace playground
