// SPDX-License-Identifier: MIT
#include "view/slider.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace playground {

namespace {

/// Tells screen readers what the slider says: the value in words, and its position in percent.
class AccessibleSlider final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleSlider(Slider *slider)
        : QAccessibleWidget(slider, QAccessible::Slider)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text text) const override
    {
        return text == QAccessible::Value ? slider()->valueText() : QAccessibleWidget::text(text);
    }
    QVariant currentValue() const override { return slider()->position() * 100; }
    void setCurrentValue(const QVariant &value) override { slider()->moveTo(value.toDouble() / 100); }
    QVariant maximumValue() const override { return 100; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    Slider *slider() const { return static_cast<Slider *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *slider = qobject_cast<Slider *>(object);
    return slider ? new AccessibleSlider(slider) : nullptr;
}

} // namespace

Slider::Slider(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    QAccessible::installFactory(makeAccessible); // Installing it twice does nothing.
}

QSize Slider::sizeHint() const { return {72, Theme::size(Size::SmallButton)}; }

QSize Slider::minimumSizeHint() const { return {16, Theme::size(Size::SmallButton)}; }

void Slider::setPosition(double position)
{
    position = std::clamp(position, 0.0, 1.0);
    if (qFuzzyCompare(1 + position, 1 + m_position))
        return;
    m_position = position;
    update();
    emit positionChanged(m_position);
}

void Slider::setSnaps(std::vector<double> snaps)
{
    m_snaps = std::move(snaps);
    update();
}

QRectF Slider::grooveRect() const
{
    const double groove = Theme::size(Size::SliderGroove);
    return {0, (height() - groove) / 2.0, double(width()), groove};
}

double Slider::positionAt(double x) const
{
    const double half = Theme::size(Size::SliderHandle) / 2.0 + 1;
    const double length = width() - 2 * half;
    const double position = length > 0 ? std::clamp((x - half) / length, 0.0, 1.0) : 0;
    for (const double snap : m_snaps)
        if (std::abs(position - snap) * length <= 4)
            return snap;
    return position;
}

void Slider::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const double half = Theme::size(Size::SliderHandle) / 2.0 + 1;
    const double x = half + m_position * (width() - 2 * half);
    const QColor accent = theme.color(isEnabled() ? Token::Accent : Token::Text3);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF groove = grooveRect();
    const double radius = groove.height() / 2;
    painter.setBrush(theme.color(Token::Border));
    painter.drawRoundedRect(groove, radius, radius);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(groove.topLeft(), QPointF(x, groove.bottom())), radius, radius);
    painter.setPen(QPen(theme.color(Token::Text3), 1));
    for (const double snap : m_snaps) {
        const double at = std::round(half + snap * (width() - 2 * half)) + 0.5;
        painter.drawLine(QPointF(at, height() / 2.0 - 5), QPointF(at, height() / 2.0 + 5));
    }
    painter.setPen(QPen(accent, 2));
    painter.setBrush(theme.color(Token::Raised));
    const double handle = Theme::size(Size::SliderHandle) / 2.0 - 1;
    painter.drawEllipse(QPointF(x, height() / 2.0), handle, handle);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(Token::Accent, 0.45), 2));
        painter.drawEllipse(QPointF(x, height() / 2.0), handle + 2.5, handle + 2.5);
    }
}

void Slider::moveTo(double position)
{
    const double before = m_position;
    setPosition(position);
    if (m_position == before)
        return;
    QAccessibleEvent changed(this, QAccessible::ValueChanged);
    QAccessible::updateAccessibility(&changed);
    emit moved(m_position);
}

void Slider::moveBy(int steps) { moveTo(m_stepper ? m_stepper(m_position, steps) : m_position + steps * m_step); }

void Slider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_dragged = true;
    moveTo(positionAt(event->position().x()));
}

void Slider::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged)
        moveTo(positionAt(event->position().x()));
}

void Slider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragged)
        return;
    m_dragged = false;
    emit released();
}

void Slider::wheelEvent(QWheelEvent *event)
{
    // A panel that scrolls under the pointer must not change values by accident: the wheel works on the focused slider
    // only.
    if (!hasFocus())
        return event->ignore();
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        moveBy(steps);
}

void Slider::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return moveBy(-1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return moveBy(1);
    case Qt::Key_PageDown:
        return moveBy(-10);
    case Qt::Key_PageUp:
        return moveBy(10);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace playground
