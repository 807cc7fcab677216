// SPDX-License-Identifier: MIT
#include "view/latency_plot.h"

#include "model/duration.h"
#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/duration_text.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace playground {

namespace {

constexpr int plotHeight = 44;   // Above the base line.
constexpr int barWidth = 7;      // One of them is the gap.
constexpr double widestBar = 24; // Of a list.
constexpr double headroom = 1.25; // Of a list: how far over its longest time one can pull.
constexpr int grabDistance = 10; // How far from a handle a press still takes it.

/// The step of a drag: round, and about a pixel.
double dragStep(double axis, double pixels)
{
    const double rough = axis / std::max(1.0, pixels);
    const double magnitude = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * magnitude)
            return std::max(1.0, factor * magnitude);
    return 10 * magnitude;
}

} // namespace

LatencyPlot::LatencyPlot(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Drag to change; with the keys, arrows choose one and change it"));
    setFont(Theme::font(Role::CaptionNumber));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LatencyPlot::sizeHint() const { return {8 * barWidth, plotHeight + Theme::lineHeight(Role::CaptionNumber) + 4}; }

void LatencyPlot::setLatency(const Section &latency)
{
    m_latency = latency;
    m_known = true;
    updateShape();
}

void LatencyPlot::setFreeCorner(const QSize &size)
{
    m_freeCorner = size;
    update();
}

void LatencyPlot::updateShape()
{
    if (!m_known)
        return;
    m_shape = latencyShape(m_latency, qMax(8, width() / barWidth), m_dragged >= 0 ? m_shape.axis : 0);
    m_chosen = qBound(0, m_chosen, qMax(0, count() - 1));
    if (isList() && m_dragged < 0)
        m_top = headroom * qMax(1e6, *std::ranges::max_element(m_shape.values));
    QStringList words;
    for (const Parameter &parameter : m_latency.kind().parameters)
        words += tr("%1 %2").arg(parameter.title,
                                 m_latency.value(parameter.key).toVariant().toStringList().join(QStringLiteral(", ")));
    setAccessibleDescription(chosenText());
    setAccessibleName(tr("Latency, %1: %2").arg(m_latency.kind().title, words.join(QStringLiteral(", "))));
    update();
}

double LatencyPlot::xOf(double ns) const { return std::min(1.0, ns / m_shape.axis) * (width() - 1); }

void LatencyPlot::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    drawBars(painter, theme);
    painter.fillRect(0, plotHeight, width(), 1, theme.color(Token::Text3, 0.6));
    drawHandles(painter, theme);
}

void LatencyPlot::drawBars(QPainter &painter, const Theme &theme) const
{
    const QColor fill = theme.color(Token::Accent, theme.isDark() ? 0.4 : 0.22);
    // Bars that would reach into the corner that is kept free make all of them lower.
    const size_t count = m_shape.bars.size();
    bool inCorner = false;
    for (size_t i = 0; i < count; ++i)
        inCorner = inCorner || (double(i + 1) * width() / double(count) > width() - m_freeCorner.width() &&
                                m_shape.bars[i] * (plotHeight - 4) > plotHeight - m_freeCorner.height());
    const int highestBar = plotHeight - (inCorner ? m_freeCorner.height() : 4);
    const auto bar = [&](size_t i, double pitch, double height) {
        const int h = int(std::round(height * highestBar));
        painter.fillRect(QRectF(std::round(double(i) * pitch), plotHeight - h, std::max(1.0, std::round(pitch) - 1), h),
                         fill);
    };
    for (size_t i = 0; i < m_shape.bars.size(); ++i)
        bar(i, double(width()) / double(m_shape.bars.size()), m_shape.bars[i]);
    for (size_t i = 0; i < m_shape.values.size(); ++i)
        drawBar(painter, theme, i);
    if (isList() && (hasFocus() || m_dragged >= 0))
        drawChosenBar(painter, theme);
}

double LatencyPlot::barPitch() const { return std::min(widestBar, double(width()) / double(m_shape.values.size())); }

void LatencyPlot::drawBar(QPainter &painter, const Theme &theme, size_t index) const
{
    const int room = plotHeight - m_freeCorner.height();
    const double height = std::min(1.0, m_shape.values[index] / m_top) * room, pitch = barPitch();
    const bool chosen = int(index) == m_chosen && (hasFocus() || m_dragged >= 0);
    painter.fillRect(QRectF(std::round(double(index) * pitch), plotHeight - std::round(height),
                            std::max(1.0, std::round(pitch) - 1), std::round(height)),
                     chosen ? theme.color(Token::Accent) : theme.color(Token::Accent, theme.isDark() ? 0.4 : 0.22));
}

QString LatencyPlot::chosenText() const
{
    if (count() == 0)
        return {};
    if (isList()) {
        const std::chrono::nanoseconds time(std::llround(m_shape.values[size_t(m_chosen)]));
        return tr("%1 of %2: %3").arg(m_chosen + 1).arg(count()).arg(fieldDuration(time));
    }
    const QString key = m_shape.handles[size_t(m_chosen)].key;
    const Parameter *parameter = m_latency.kind().parameter(key);
    return tr("%1 %2").arg(parameter ? parameter->title : key, fieldDuration(m_latency.duration(key)));
}

/// What its time is, below it.
void LatencyPlot::drawChosenBar(QPainter &painter, const Theme &theme) const
{
    const QString label = chosenText();
    const double wide = fontMetrics().horizontalAdvance(label), x = (m_chosen + 0.5) * barPitch();
    const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRectF(left, plotHeight + 2, wide + 1, Theme::lineHeight(Role::CaptionNumber)), Qt::AlignCenter, label);
}

QString LatencyPlot::labelOf(size_t handle) const
{
    // One unit for all: the first bears it, "640 ms", the others only their number.
    const auto duration = [this](size_t i) {
        const LatencyShape::Handle &h = m_shape.handles[i];
        return std::chrono::nanoseconds(std::llround(h.at - h.from));
    };
    if (handle == 0 || m_shape.handles[handle].from > 0)
        return (handle == 0 ? QString() : QStringLiteral("± ")) + fieldDuration(duration(handle));
    const double ms = double(duration(handle).count()) / 1e6;
    const bool firstInMs = duration(0) < std::chrono::seconds(1) && duration(0) >= std::chrono::milliseconds(1);
    return firstInMs ? QString::number(ms, 'g', 6) : fieldDuration(duration(handle));
}

void LatencyPlot::drawHandles(QPainter &painter, const Theme &theme) const
{
    const QColor accent = theme.color(Token::Accent);
    double free = 0; // Labels keep off each other.
    for (size_t i = 0; i < m_shape.handles.size(); ++i) {
        const double x = std::round(xOf(m_shape.handles[i].at));
        const int top = x > width() - m_freeCorner.width() ? m_freeCorner.height() : 0;
        painter.fillRect(QRectF(x - 1, top, 2, plotHeight - top), accent);
        QPainterPath foot;
        foot.addPolygon(QPolygonF{{x - 5, double(plotHeight)}, {x, plotHeight - 6.0}, {x + 5, double(plotHeight)}});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(foot, accent);
        if (hasFocus() && int(i) == m_chosen)
            painter.strokePath(foot, QPen(theme.color(Token::Text), 1.5));
        painter.setRenderHint(QPainter::Antialiasing, false);
        const QString label = labelOf(i);
        const double wide = fontMetrics().horizontalAdvance(label);
        const double left = std::clamp(x - wide / 2, free, std::max(free, width() - wide));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRectF(left, plotHeight + 2, wide + 1, Theme::lineHeight(Role::CaptionNumber)),
                         Qt::AlignCenter, label);
        free = left + wide + 6;
    }
}

void LatencyPlot::resizeEvent(QResizeEvent *) { updateShape(); }

int LatencyPlot::handleNear(double x) const
{
    int nearest = -1;
    double least = grabDistance;
    for (size_t i = 0; i < m_shape.handles.size(); ++i) {
        const double distance = std::abs(x - xOf(m_shape.handles[i].at));
        if (distance < least) {
            least = distance;
            nearest = int(i);
        }
    }
    return nearest;
}

QPoint LatencyPlot::placeOf(int index) const
{
    if (!isList())
        return {int(xOf(m_shape.handles[size_t(index)].at)), plotHeight - 3};
    const int room = plotHeight - m_freeCorner.height();
    const double height = std::min(1.0, m_shape.values[size_t(index)] / m_top) * room;
    return {int((index + 0.5) * barPitch()), int(plotHeight - height)};
}

/// The step of a change: round, and about a pixel.
double LatencyPlot::step() const
{
    return isList() ? dragStep(m_top, plotHeight - m_freeCorner.height()) : dragStep(m_shape.axis, width());
}

int LatencyPlot::takenAt(const QPointF &point) const
{
    if (!isList())
        return handleNear(point.x());
    const int index = int(point.x() / barPitch());
    return point.x() >= 0 && index < count() && point.y() <= plotHeight ? index : -1;
}

void LatencyPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragged = takenAt(event->position());
    if (m_dragged >= 0)
        choose(m_dragged);
}

void LatencyPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged < 0) {
        const Qt::CursorShape along = isList() ? Qt::SizeVerCursor : Qt::SizeHorCursor;
        setCursor(takenAt(event->position()) >= 0 ? along : Qt::ArrowCursor);
        return;
    }
    if (!isList())
        return moveHandle(m_dragged, event->position().x() / (width() - 1) * m_shape.axis);
    const double up = (plotHeight - event->position().y()) / (plotHeight - m_freeCorner.height());
    pullBar(m_dragged, std::clamp(up, 0.0, 1.0) * m_top);
}

void LatencyPlot::moveHandle(int index, double wanted)
{
    const LatencyShape::Handle handle = m_shape.handles[size_t(index)];
    const double most = handle.most > 0 ? handle.most - step() : m_shape.axis;
    const double at = std::clamp(wanted, handle.least + step(), std::max(handle.least + step(), most));
    const double value = std::round((at - handle.from) / step()) * step();
    emit edited(handle.key, durationText(std::chrono::nanoseconds(std::llround(value))));
}

void LatencyPlot::pullBar(int index, double ns)
{
    const double value = std::max(0.0, std::round(ns / step()) * step());
    const QString key = QStringLiteral("values");
    QJsonArray values = m_latency.value(key).toArray();
    values[index] = durationText(std::chrono::nanoseconds(std::llround(value)));
    emit edited(key, values);
}

void LatencyPlot::mouseReleaseEvent(QMouseEvent *)
{
    if (m_dragged < 0)
        return;
    m_dragged = -1;
    updateShape();
    emit committed();
}

void LatencyPlot::choose(int index)
{
    m_chosen = qBound(0, index, qMax(0, count() - 1));
    setAccessibleDescription(chosenText());
    update();
}

void LatencyPlot::keyPressEvent(QKeyEvent *event)
{
    if (count() == 0 || event->modifiers() & ~Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    const int key = event->key();
    const int aside = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
    if (aside == 0 && up == 0)
        return QWidget::keyPressEvent(event);
    if (isList() && aside != 0)
        choose(m_chosen + aside);
    else if (isList())
        pullBar(m_chosen, m_shape.values[size_t(m_chosen)] + up * step());
    else if (aside != 0)
        moveHandle(m_chosen, m_shape.handles[size_t(m_chosen)].at + aside * step());
    else
        choose(m_chosen - up);
}

void LatencyPlot::focusInEvent(QFocusEvent *) { update(); }

void LatencyPlot::focusOutEvent(QFocusEvent *)
{
    update();
    emit committed();
}

} // namespace playground
