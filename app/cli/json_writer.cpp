// SPDX-License-Identifier: MIT
#include "cli/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <cmath>
#include <utility>

namespace playground {

JsonWriter &JsonWriter::begin(char opening, char closing)
{
    separate();
    m_bytes += opening;
    m_open += closing;
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::end()
{
    m_bytes += m_open.back();
    m_open.chop(1);
    m_first = false;
    return *this;
}

JsonWriter &JsonWriter::key(const char *name)
{
    separate();
    m_bytes += '"';
    m_bytes += name;
    m_bytes += "\":";
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    return std::isfinite(number) ? raw(QByteArray::number(number, 'g', QLocale::FloatingPointShortest)) : null();
}

JsonWriter &JsonWriter::value(const QString &text) { return value(QJsonValue(text)); }

JsonWriter &JsonWriter::value(const QJsonValue &value)
{
    // A document must be an array or an object, so the value travels in an array, whose brackets are cut off.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return raw(wrapped.mid(1, wrapped.size() - 2));
}

JsonWriter &JsonWriter::raw(const QByteArray &json)
{
    separate();
    m_bytes += json;
    return *this;
}

JsonWriter &JsonWriter::newLine()
{
    if (!m_first)
        m_bytes += ',';
    m_first = true;
    m_bytes += '\n';
    return *this;
}

QByteArray JsonWriter::take() { return std::exchange(m_bytes, {}); }

void JsonWriter::separate()
{
    if (!m_first)
        m_bytes += ',';
    m_first = false;
}

} // namespace playground
