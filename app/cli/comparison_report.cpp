// SPDX-License-Identifier: MIT
#include "cli/comparison_report.h"

#include "cli/json_writer.h"
#include "cli/trace_words.h"
#include "model/challenge.h"
#include "model/duration.h"
#include "model/figure.h"
#include "model/strips.h"
#include "model/wide.h"
#include "model/words.h"
#include "picture/strip_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace playground {

namespace {

constexpr qsizetype labelWidth = 22, columnGap = 3;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ComparisonReport)
};

QString nameOf(const Scenario &scenario, qsizetype strip)
{
    const QString words = stripWords(stripOf(scenario, strip));
    const QString name = stripName(scenario, strip);
    if (strip == 0)
        return Tr::tr("%1 (baseline)").arg(words);
    return name.isEmpty() ? words : QStringLiteral("%1: %2").arg(name, words);
}

/// One column of the table: values end, and deltas begin, at the same place in every row.
class Column {
public:
    void add(const Figure &figure)
    {
        m_values.append(figure.value);
        m_deltas.append(figure.delta);
        m_valueWidth = std::max(m_valueWidth, figure.value.size());
        m_deltaWidth = std::max(m_deltaWidth, figure.delta.size());
    }
    QString header(const QString &letter) const { return letter.rightJustified(m_valueWidth).leftJustified(width()); }
    QString cell(qsizetype row) const
    {
        const QString value = m_values[row].rightJustified(m_valueWidth);
        return m_deltas[row].isEmpty() ? value.leftJustified(width()) : (value + u' ' + u' ' + m_deltas[row]).leftJustified(width());
    }

private:
    qsizetype width() const { return m_valueWidth + (m_deltaWidth > 0 ? 2 + m_deltaWidth : 0) + columnGap; }

    QStringList m_values, m_deltas;
    qsizetype m_valueWidth = 1, m_deltaWidth = 0;
};

QString withoutTrailingSpace(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

std::vector<Column> columnsOf(const std::vector<Metrics::Values> &values)
{
    std::vector<Column> columns(values.size());
    for (size_t strip = 0; strip < values.size(); ++strip) {
        for (const QString &key : comparedKeys())
            columns[strip].add(figureOf(key, values[strip], strip == 0 ? nullptr : &values[0]));
    }
    return columns;
}

QString shown(const std::optional<qint64> &time) { return time ? displayDuration(*time) : QStringLiteral("–"); }

/// What is told of a request: names, and what each strip has to say.
QStringList requestNames()
{
    return {Tr::tr("Outcome"), Tr::tr("Arrived"), Tr::tr("First attempt"), Tr::tr("Waited"), Tr::tr("Attempts"), Tr::tr("Ended"), Tr::tr("Latency")};
}

QStringList requestCells(const RequestTiming &timing)
{
    if (!timing.arrived)
        return {outcomeTerm(timing.outcome).name, shown({}), shown({}), shown({}), shown({}), shown(timing.ended), shown({})};
    return {outcomeTerm(timing.outcome).name, shown(timing.arrived),           shown(timing.started),
            shown(timing.waited),             QString::number(timing.attempts), shown(timing.ended),
            shown(timing.latency())};
}

/// A row each for what is told of it, a column each strip; each as wide as its widest cell.
QString requestText(const ComparedRequest &request)
{
    const QStringList names = requestNames();
    QStringList lines{Tr::tr("Request %1").arg(request.number).leftJustified(labelWidth)};
    for (const QString &name : names)
        lines += name.leftJustified(labelWidth);
    for (size_t strip = 0; strip < request.strips.size(); ++strip) {
        const QStringList column = QStringList{QString(stripLetter(qsizetype(strip)))} + requestCells(request.strips[strip]);
        qsizetype width = 0;
        for (const QString &cell : column)
            width = std::max(width, cell.size());
        for (qsizetype row = 0; row < lines.size(); ++row)
            lines[row] += column[row].rightJustified(width) + QString(columnGap, u' ');
    }
    QString text;
    for (const QString &line : lines)
        text += withoutTrailingSpace(line);
    return text;
}

QString inAscii(QString text)
{
    return text.replace(QChar(0x2212), u'-').replace(QStringLiteral(" · "), QStringLiteral(", ")).replace(QChar(0x2013), u'-').replace(QChar(0x202F), u' ');
}

void writeTime(JsonWriter &json, const char *key, const std::optional<qint64> &time)
{
    json.key(key);
    if (time)
        json.value(double(toWholeMicroseconds(*time)) / 1e6);
    else
        json.null();
}

void writeRequest(JsonWriter &json, quint32 number, const RequestTiming &timing)
{
    json.key("request").beginObject().key("number").value(qint64(number)).key("outcome").value(word(timing.outcome));
    writeTime(json, "arrivedMs", timing.arrived);
    writeTime(json, "startedMs", timing.started);
    writeTime(json, "waitedMs", timing.arrived ? std::optional(timing.waited) : std::nullopt);
    json.key("attempts").value(qint64(timing.attempts));
    writeTime(json, "endedMs", timing.ended);
    writeTime(json, "latencyMs", timing.latency());
    json.end();
}

void writeDeltas(JsonWriter &json, const Metrics::Values &values, const Metrics::Values &baseline)
{
    json.beginObject();
    for (const QString &key : reportKeys()) {
        const auto own = reportNumber(values, key), base = reportNumber(baseline, key);
        json.key(key.toLatin1().constData());
        if (own && base)
            json.value(double(std::llround((*own - *base) * 1000)) / 1000);
        else
            json.null();
    }
    json.end();
}

} // namespace

QString comparisonText(const Scenario &scenario, const std::vector<Metrics::Values> &values, const ComparedRequest &request, bool unicode)
{
    QString text = Tr::tr("Scenario").leftJustified(labelWidth) + Tr::tr("%1 (seed %2)").arg(scenario.title).arg(scenario.seed) + u'\n';
    for (qsizetype strip = 0; strip < stripCount(scenario); ++strip)
        text += QString(stripLetter(strip)).leftJustified(labelWidth) + nameOf(scenario, strip) + u'\n';
    const std::vector<Column> columns = columnsOf(values);
    QString header(labelWidth, u' ');
    for (size_t strip = 0; strip < columns.size(); ++strip)
        header += columns[strip].header(QString(stripLetter(qsizetype(strip))));
    text += u'\n' + withoutTrailingSpace(header);
    const QStringList keys = comparedKeys();
    for (qsizetype row = 0; row < keys.size(); ++row) {
        QString line = figureOf(keys[row], values[0], nullptr).name.leftJustified(labelWidth);
        for (const Column &column : columns)
            line += column.cell(row);
        text += withoutTrailingSpace(line);
    }
    if (request.number > 0)
        text += u'\n' + requestText(request);
    return unicode ? text : inAscii(text);
}

QByteArray comparisonJson(const Scenario &scenario, const std::vector<Metrics::Values> &values, const ComparedRequest &request)
{
    JsonWriter json;
    json.beginObject().key("scenario").value(scenario.name).key("seed").value(qint64(scenario.seed)).key("strips").beginArray();
    for (qsizetype strip = 0; strip < stripCount(scenario); ++strip) {
        const Scenario own = strip == 0 ? scenario : stripOf(scenario, strip);
        const Metrics::Values &numbers = values[size_t(strip)];
        json.newLine().beginObject().key("strip").value(QString(stripLetter(strip)));
        json.key("name").value(stripName(scenario, strip)).key("words").value(stripWords(own));
        json.key("set").value(strip == 0 ? QJsonValue(QJsonObject()) : scenario.compare.at(strip - 1).toObject().value(QStringLiteral("set")));
        json.key("report").raw(reportJson(own, numbers).trimmed());
        json.key("difference");
        writeDeltas(json, numbers, values[0]);
        if (request.number > 0)
            writeRequest(json, request.number, request.strips[size_t(strip)]);
        json.end();
    }
    json.end().end();
    return json.bytes() + '\n';
}

} // namespace playground
