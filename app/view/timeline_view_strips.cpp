// SPDX-License-Identifier: MIT
// Several strips: which one is chosen, what the pointer is on in which, and their names.
#include "view/timeline_view_parts.h"

#include <algorithm>

namespace playground {
namespace {

constexpr int longestField = 320;

} // namespace

qsizetype TimelineView::chosenStrip() const { return qsizetype(m_parts->chosen); }

void TimelineView::chooseStrip(qsizetype strip)
{
    if (strip < 0 || size_t(strip) >= m_parts->strips->count() || size_t(strip) == m_parts->chosen)
        return;
    hoverIn(size_t(strip), 0, noSpan);
    m_parts->takeStrip(size_t(strip));
    m_parts->state.found = nullptr;
    m_parts->contentsOld = true;
    setSelection(selectedRequest(), noSpan);
    update();
    emit stripChosen(strip);
}

/// What the pointer is on in a strip. Whoever follows it sees the chosen strip, so of another one only the request is told.
void TimelineView::hoverIn(size_t strip, quint32 request, quint32 span)
{
    TimelineState &state = m_parts->state;
    const quint32 framed = m_parts->strips->count() > 1 ? request : 0;
    if (m_parts->hoveredStrip == strip && state.hoveredSpan == span && state.hoveredRequest == framed)
        return;
    const bool told = m_parts->hoveredStrip != strip || state.hoveredSpan != span;
    m_parts->hoveredStrip = strip;
    state.hoveredSpan = span;
    state.hoveredRequest = framed;
    update();
    if (!told)
        return;
    const Span *hoveredSpan = m_parts->spanOf(strip, span);
    emit hovered(hoveredSpan ? hoveredSpan->request : 0, strip == m_parts->chosen ? span : noSpan);
}

/// All that a header says, and what has no room in it.
QString TimelineView::headerHelp(size_t strip) const
{
    const StripLabel label = m_parts->strips->label(strip, m_parts->chosen);
    QStringList lines{label.pattern.isEmpty() ? tr("%1: %2").arg(QString(label.letter), label.name)
                                              : tr("%1: %2 (%3)").arg(QString(label.letter), label.name, label.pattern)};
    for (const Figure &figure : label.figures)
        lines.append(figure.delta.isEmpty() ? tr("%1: %2").arg(figure.name, figure.value)
                                            : tr("%1: %2, %3").arg(figure.name, figure.value, figure.delta));
    lines.append(strip == 0 ? tr("The baseline: the others are compared with it. Click to choose it, right-click for more.")
                            : tr("Click to choose it, double-click to rename it, right-click for more."));
    return lines.join(u'\n');
}

void TimelineView::editStripName(qsizetype strip)
{
    closeNameField();
    if (strip < 1 || size_t(strip) >= m_parts->strips->count())
        return;
    const StripLabel label = m_parts->strips->label(size_t(strip), m_parts->chosen);
    auto *field = new NameField(label.pattern.isEmpty() ? QString() : label.name, tr("Name of strip %1").arg(QString(label.letter)), this);
    field->setPlaceholderText(label.pattern.isEmpty() ? label.name : label.pattern);
    const QRect header = m_parts->strips->geometry(size_t(strip), size(), m_parts->state).header();
    const int left = Theme::grid(9), margin = 2;
    field->setGeometry(left, header.top() + margin, std::min(longestField, width() - left - margin), header.height() - 2 * margin);
    m_parts->nameField = field;
    connect(field, &NameField::kept, this, [this, strip](const QString &name) { emit stripRenamed(strip, name.simplified()); });
    connect(field, &NameField::left, this, &TimelineView::closeNameField);
    field->show();
    field->setFocus(Qt::OtherFocusReason);
}

void TimelineView::closeNameField()
{
    NameField *field = m_parts->nameField;
    if (!field)
        return;
    m_parts->nameField = nullptr;
    const bool hadFocus = field->hasFocus();
    field->hide();
    field->deleteLater();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

} // namespace playground
