// SPDX-License-Identifier: MIT
#include "view/latency_plot.h"

#include "model/duration.h"
#include "picture/theme.h"
#include "view/current_theme.h"
#include "view/duration_text.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace playground {

namespace {

constexpr int plotHeight = 44;   // Above the base line.
constexpr int barPitch = 7;      // One of them is the gap.
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
    setFont(Theme::font(Role::CaptionNumber));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize LatencyPlot::sizeHint() const { return {8 * barPitch, plotHeight + Theme::lineHeight(Role::CaptionNumber) + 4}; }

void LatencyPlot::setLatency(const Section &latency)
{
    m_latency = latency;
    updateShape();
}

void LatencyPlot::setFreeCorner(const QSize &size)
{
    m_freeCorner = size;
    update();
}

void LatencyPlot::updateShape()
{
    if (m_latency.given().isEmpty() && width() == 0)
        return;
    m_shape = latencyShape(m_latency, qMax(8, width() / barPitch), m_dragged >= 0 ? m_shape.axis : 0);
    QStringList words;
    for (const Parameter &parameter : m_latency.kind().parameters)
        words += tr("%1 %2").arg(parameter.title,
                                 m_latency.value(parameter.key).toVariant().toStringList().join(QStringLiteral(", ")));
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
    if (m_shape.values.empty())
        return;
    const double highest = std::max(1.0, *std::ranges::max_element(m_shape.values));
    const double pitch = std::min(24.0, double(width()) / double(m_shape.values.size()));
    for (size_t i = 0; i < m_shape.values.size(); ++i)
        bar(i, pitch, m_shape.values[i] / highest);
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

void LatencyPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragged = handleNear(event->position().x());
}

void LatencyPlot::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged < 0) {
        setCursor(handleNear(event->position().x()) >= 0 ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    const LatencyShape::Handle handle = m_shape.handles[size_t(m_dragged)];
    const double step = dragStep(m_shape.axis, width());
    const double most = handle.most > 0 ? handle.most - step : m_shape.axis;
    const double at = std::clamp(event->position().x() / (width() - 1) * m_shape.axis, handle.least + step,
                                 std::max(handle.least + step, most));
    const double value = std::round((at - handle.from) / step) * step;
    emit edited(handle.key, durationText(std::chrono::nanoseconds(std::llround(value))));
}

void LatencyPlot::mouseReleaseEvent(QMouseEvent *)
{
    if (m_dragged < 0)
        return;
    m_dragged = -1;
    updateShape();
    emit committed();
}

} // namespace playground
