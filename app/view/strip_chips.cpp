// SPDX-License-Identifier: MIT
#include "view/strip_chips.h"

#include "model/strips.h"
#include "picture/strip_painter.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/flow_layout.h"

namespace playground {

namespace {

/// A longer name is cut; the tool tip says all of it.
constexpr int longestName = 96;

} // namespace

StripChips::StripChips(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(Theme::size(Size::BarGap), Theme::size(Size::BarGap), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void StripChips::setCount(qsizetype count)
{
    while (m_chips.size() > count)
        delete m_chips.takeLast();
    while (m_chips.size() < count) {
        auto *chip = new Chip({}, this);
        chip->setCheckable(true);
        chip->setAutoExclusive(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        const qsizetype strip = m_chips.size();
        connect(chip, &Chip::clicked, this, [this, strip] { emit chosen(strip); });
        m_chips += chip;
        m_layout->addWidget(chip);
        chip->show();
    }
}

void StripChips::setStrips(const Scenario &scenario, qsizetype chosen)
{
    const qsizetype count = stripCount(scenario);
    setVisible(count > 1);
    setCount(count > 1 ? count : 0);
    for (qsizetype strip = 0; strip < m_chips.size(); ++strip) {
        const QString given = stripName(scenario, strip), words = stripWords(stripOf(scenario, strip));
        const QString name = given.isEmpty() ? words : given;
        Chip *chip = m_chips[strip];
        chip->setText(QString(stripLetter(strip)) + u' ' + chip->fontMetrics().elidedText(name, Qt::ElideRight, longestName));
        chip->setToolTip(given.isEmpty() ? tr("Shows and edits the pattern and policies of %1: %2").arg(QString(stripLetter(strip)), words)
                                         : tr("Shows and edits the pattern and policies of %1, “%2”: %3")
                                               .arg(QString(stripLetter(strip)), given, words));
        chip->setAccessibleName(tr("Strip %1: %2").arg(QString(stripLetter(strip)), name));
        chip->setChecked(strip == chosen);
        chip->updateGeometry();
    }
    updateGeometry();
}

} // namespace playground
