// SPDX-License-Identifier: MIT
#include "view/strip_chips.h"

#include "model/strips.h"
#include "picture/strip_painter.h"
#include "picture/theme.h"
#include "view/chip.h"
#include "view/flow_layout.h"

#include <algorithm>
#include <utility>

namespace playground {

namespace {

/// A longer name is cut where that saves a line; the tool tip says all of it.
constexpr int shortName = 96;

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
    m_names.clear();
    for (qsizetype strip = 0; strip < m_chips.size(); ++strip) {
        const QString given = stripName(scenario, strip), words = stripWords(stripOf(scenario, strip));
        const QString name = given.isEmpty() ? words : given;
        Chip *chip = m_chips[strip];
        m_names += name;
        chip->setToolTip(given.isEmpty() ? tr("Shows and edits the pattern and policies of %1: %2").arg(QString(stripLetter(strip)), words)
                                         : tr("Shows and edits the pattern and policies of %1, “%2”: %3")
                                               .arg(QString(stripLetter(strip)), given, words));
        chip->setAccessibleName(tr("Strip %1: %2").arg(QString(stripLetter(strip)), name));
        chip->setChecked(strip == chosen);
    }
    fitNames();
}

void StripChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNames();
}

/// Names have the room that there is without one more line.
void StripChips::fitNames()
{
    if (m_names.size() != m_chips.size())
        return; // They are just being made.
    int longest = shortName;
    for (const QString &name : std::as_const(m_names))
        longest = std::max(longest, fontMetricsOf().horizontalAdvance(name));
    const int lines = linesWith(shortName);
    while (longest > shortName && linesWith(longest) > lines)
        --longest;
    for (qsizetype strip = 0; strip < m_chips.size(); ++strip) {
        m_chips[strip]->setText(textWith(strip, longest));
        m_chips[strip]->updateGeometry();
    }
    updateGeometry();
}

/// "B One by o…", the name no wider than that.
QString StripChips::textWith(qsizetype strip, int longest) const
{
    return QString(stripLetter(strip)) + u' ' + fontMetricsOf().elidedText(m_names[strip], Qt::ElideRight, longest);
}

QFontMetrics StripChips::fontMetricsOf() const { return m_chips.isEmpty() ? fontMetrics() : m_chips.first()->fontMetrics(); }

/// So many lines the chips take when no name is wider than that.
int StripChips::linesWith(int longest) const
{
    int lines = 1, x = 0;
    for (qsizetype strip = 0; strip < m_chips.size(); ++strip) {
        const int width = fontMetricsOf().horizontalAdvance(textWith(strip, longest)) + Chip::padding();
        if (x > 0 && x + width > this->width()) {
            ++lines;
            x = 0;
        }
        x += width + Theme::size(Size::BarGap);
    }
    return lines;
}

} // namespace playground
