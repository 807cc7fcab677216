// SPDX-License-Identifier: MIT
#include "view/metrics_bar.h"

#include "model/duration.h"
#include "model/figure.h"
#include "model/number_text.h"
#include "model/run.h"
#include "model/words.h"
#include "picture/theme.h"
#include "view/metric_cell.h"

namespace playground {

namespace {

const QString none = QStringLiteral("–");

QString durationOr(const std::optional<qint64> &ns) { return ns ? displayDuration(*ns) : none; }

/// "2.8", "13".
QString shortFactor(double factor) { return QString::number(factor, 'f', factor < 10 ? 1 : 0); }

/// "1.25", and "1" rather than "1.00"; few attempts of many requests are "< 0.01", not none.
QString perRequest(qint64 attempts, qint64 requests)
{
    if (attempts == requests)
        return QStringLiteral("1");
    const double ratio = double(attempts) / double(requests);
    return attempts > 0 && ratio < 0.01 ? QStringLiteral("< 0.01") : QString::number(ratio, 'f', 2);
}

/// How the requests without a result ended: "2 lost, 5 dropped". What a pattern leaves out by design is not lost.
QString withoutResult(const Metrics::Values &values)
{
    const qint64 lost = values.failed + values.timedOut;
    QStringList words;
    if (lost > 0 || values.cancelled + values.dropped == 0)
        words += MetricsBar::tr("%1 lost").arg(numberText(lost));
    if (values.cancelled > 0)
        words += MetricsBar::tr("%1 cancelled").arg(numberText(values.cancelled));
    if (values.dropped > 0)
        words += MetricsBar::tr("%1 dropped").arg(numberText(values.dropped));
    return words.join(QStringLiteral(", "));
}

/// What overlapping has saved, where something came of it.
QString timeRemark(const Metrics::Values &values)
{
    if (values.succeeded == 0 && values.settled() > 0)
        return MetricsBar::tr("nothing succeeded");
    const bool overlaps = values.fasterThanOneByOne && *values.fasterThanOneByOne >= 1.05;
    return overlaps ? MetricsBar::tr("%1× faster than one by one").arg(shortFactor(*values.fasterThanOneByOne)) : QString();
}

} // namespace

MetricsBar::MetricsBar(QWidget *parent)
    : QFrame(parent)
{
    setProperty("bar", "metrics");
    setFixedHeight(Theme::size(Size::MetricsBar));
    const auto known = [this](const char *key) {
        const Term term = metricTerm(QLatin1String(key));
        return add(term.name, term.help);
    };
    m_strip = new MetricCell(tr("Strip"), tr("Whose numbers these are: the strip that is chosen."), this);
    m_time = known("virtualTimeMs");
    m_done = add(tr("Done"), tr("Requests that have ended, of all; lost are those that failed or timed out."));
    m_p50 = known("latencyMs.p50");
    m_p95 = known("latencyMs.p95");
    m_attempts = known("attempts");
    m_wasted = known("wastedMs");
    m_inFlight = known("maxInFlight");
    m_wait = known("waitMs.mean");
    m_time->setFirst(true);
    m_strip->setFirst(true);
}

MetricCell *MetricsBar::add(const QString &name, const QString &help)
{
    auto *cell = new MetricCell(name, help, this);
    m_cells += cell;
    return cell;
}

void MetricsBar::setRun(const Run *run)
{
    m_run = run;
    keepRoom();
    refresh();
}

/// Room for the numbers that usual runs come to.
void MetricsBar::keepRoom()
{
    const QString time = displayDuration(8'888'000'000), shortTime = displayDuration(888'000'000);
    const QString requests = numberText(m_run ? requestCount(m_run->scenario()) : 0);
    m_time->keepRoom(time, tr("%1× faster than one by one").arg(shortFactor(8.8)));
    const bool drops = m_run && m_run->scenario().pattern.kind().parameter(QStringLiteral("trailing"));
    m_done->keepRoom(tr("%1 / %2").arg(requests, requests),
                     (drops ? tr("%1 dropped") : tr("%1 lost")).arg(numberText(8)));
    m_p50->keepRoom(time);
    m_p95->keepRoom(time);
    m_attempts->keepRoom(numberText(8), tr("%1 per request").arg(QStringLiteral("8.88")));
    m_wasted->keepRoom(shortTime, tr("%1 attempts").arg(numberText(8)));
    m_inFlight->keepRoom(numberText(8), tr("of %1").arg(numberText(8)));
    m_wait->keepRoom(time);
}

void MetricsBar::setStrip(const QString &letter, const Run *baseline)
{
    m_baseline = baseline;
    m_letter = letter;
    m_strip->setValue(letter);
    m_time->setFirst(letter.isEmpty());
    m_strip->keepRoom(letter);
    refresh();
}

void MetricsBar::showDeltas(const Metrics::Values &values)
{
    const Metrics::Values base = m_baseline->metrics().values(m_baseline->now());
    const auto show = [&](MetricCell *cell, const char *key) {
        cell->setValue(cell->value(), figureOf(QLatin1String(key), values, &base).delta);
    };
    show(m_time, "virtualTimeMs");
    show(m_p50, "latencyMs.p50");
    show(m_p95, "latencyMs.p95");
    show(m_attempts, "attempts");
    show(m_wasted, "wastedMs");
    show(m_inFlight, "maxInFlight");
    show(m_wait, "waitMs.mean");
}

void MetricsBar::refresh()
{
    if (!m_run)
        return;
    const Metrics::Values v = m_run->metrics().values(m_run->now());
    m_time->setValue(displayDuration(v.virtualTime), timeRemark(v));
    m_done->setValue(tr("%1 / %2").arg(numberText(v.settled()), numberText(v.requests)),
                     withoutResult(v));
    m_p50->setValue(durationOr(v.latency ? std::optional(v.latency->p50) : std::nullopt));
    m_p95->setValue(durationOr(v.latency ? std::optional(v.latency->p95) : std::nullopt));
    m_attempts->setValue(
        numberText(v.attempts),
        v.requests > 0 && v.attempts > 0
            ? tr("%1 per request").arg(perRequest(v.attempts, v.requests))
            : QString());
    m_wasted->setValue(displayDuration(v.wasted),
                       v.wastedAttempts == 1 ? tr("1 attempt") : tr("%1 attempts").arg(numberText(v.wastedAttempts)));
    const Section &pattern = m_run->current().pattern;
    const QString limit = QStringLiteral("limit");
    const bool limited = pattern.kind().parameter(limit) && !pattern.isNull(limit);
    m_inFlight->setValue(numberText(v.maxInFlight), limited ? limitText(v.maxInFlight, pattern.integer(limit)) : QString());
    m_wait->setValue(durationOr(v.wait ? std::optional(v.wait->mean) : std::nullopt));
    if (m_baseline)
        showDeltas(v);
    arrange();
}

/// "of 3"; a limit that was lowered meanwhile did not bound the most.
QString MetricsBar::limitText(qint64 most, qint64 limit)
{
    return most > limit ? tr("limit now %1").arg(numberText(limit)) : tr("of %1").arg(numberText(limit));
}

void MetricsBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void MetricsBar::arrange()
{
    const qsizetype count = m_cells.size();
    int x = m_letter.isEmpty() ? 0 : m_strip->neededWidth(false); // Without strips nobody asks whose they are.
    m_strip->setVisible(x > 0);
    m_strip->setGeometry(0, 1, x, height() - 1);
    const auto total = [&](qsizetype shown, qsizetype withRemark) {
        int sum = x;
        for (qsizetype i = 0; i < shown; ++i)
            sum += m_cells[i]->neededWidth(i < withRemark);
        return sum;
    };
    qsizetype withRemark = count, shown = count;
    while (withRemark > 0 && total(count, withRemark) > width())
        --withRemark;
    while (shown > 1 && total(shown, withRemark) > width())
        --shown;
    for (qsizetype i = 0; i < count; ++i) {
        const int cellWidth = m_cells[i]->neededWidth(i < withRemark);
        m_cells[i]->setVisible(i < shown);
        m_cells[i]->showRemark(i < withRemark);
        m_cells[i]->setGeometry(x, 1, cellWidth, height() - 1);
        x += cellWidth;
    }
}

} // namespace playground
