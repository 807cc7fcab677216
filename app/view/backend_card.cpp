// SPDX-License-Identifier: MIT
#include "view/backend_card.h"

#include "picture/theme.h"
#include "view/failure_row.h"
#include "view/kind_button.h"
#include "view/latency_plot.h"
#include "view/parameter_form.h"

#include <QJsonObject>
#include <QVBoxLayout>

namespace playground {

BackendCard::BackendCard(QWidget *parent)
    : Card(parent)
    , m_plot(new LatencyPlot(this))
    , m_latencyKinds(new KindButton(QStringLiteral("latency"), Role::Caption, Token::Text3, false, this))
    , m_latency(new ParameterForm(QStringLiteral("backend.latency"), this))
    , m_failureRow(new FailureRow(this))
    , m_failure(new ParameterForm(QStringLiteral("backend.failure"), this))
{
    // The handles of the histogram edit these; their fields come with "More".
    m_latency->setSecondary({QStringLiteral("median"), QStringLiteral("p95")});
    m_failure->setLeftOut({QStringLiteral("p")});
    m_failure->setSecondary({QStringLiteral("error"), QStringLiteral("after")});
    rows()->addWidget(m_plot);
    rows()->addWidget(m_latency);
    rows()->addWidget(m_failureRow);
    rows()->addWidget(m_failure);
    m_latencyKinds->raise();
    for (ParameterForm *form : forms()) {
        connect(form, &ParameterForm::edited, this, &BackendCard::edited);
        connect(form, &ParameterForm::committed, this, &BackendCard::committed);
    }
    connect(m_plot, &LatencyPlot::edited, this, [this](const QString &key, const QJsonValue &value) {
        emit edited(QStringLiteral("backend.latency.") + key, value);
    });
    connect(m_plot, &LatencyPlot::committed, this, &BackendCard::committed);
    connect(m_latencyKinds, &KindButton::kindChosen, this,
            [this](const QString &id) { emit kindChosen(QStringLiteral("latency"), id); });
    connect(m_failureRow, &FailureRow::kindChosen, this,
            [this](const QString &id) { emit kindChosen(QStringLiteral("failure"), id); });
    connect(m_failureRow, &FailureRow::committed, this, &BackendCard::committed);
}

void BackendCard::setBackend(const Backend &backend)
{
    m_plot->setLatency(backend.latency);
    m_latencyKinds->setKind(backend.latency.id());
    m_latency->setSection(backend.latency);
    m_failureRow->setFailure(backend.failure);
    m_failure->setSection(backend.failure);
    placeLatencyKinds();
}

void BackendCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    placeLatencyKinds();
}

void BackendCard::placeLatencyKinds()
{
    const QSize size = m_latencyKinds->sizeHint();
    const int side = Theme::size(Size::CardPaddingH);
    const int height = Theme::lineHeight(Role::Caption);
    m_latencyKinds->setGeometry(width() - side - size.width() + 2, Theme::size(Size::BarGap), size.width(), height);
    m_plot->setFreeCorner({size.width() + Theme::size(Size::BarGap), height});
}

} // namespace playground
