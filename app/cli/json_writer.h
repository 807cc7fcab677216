// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <concepts>

namespace playground {

/// Writes compact JSON in the order in which it is told, which QJsonObject cannot: it sorts its keys.
///
///     JsonWriter json;
///     json.beginObject().key("name").value(name).key("requests").value(8).end();
class JsonWriter {
public:
    JsonWriter &beginObject() { return begin('{', '}'); }
    JsonWriter &beginArray() { return begin('[', ']'); }
    /// Ends the innermost object or array.
    JsonWriter &end();
    /// `name` must need no escaping.
    JsonWriter &key(const char *name);

    template <std::integral Integer>
    JsonWriter &value(Integer number) { return raw(QByteArray::number(number)); }
    JsonWriter &value(bool flag) { return raw(flag ? "true" : "false"); }
    /// The shortest text that reads back as the same number; null when it is not finite.
    JsonWriter &value(double number);
    JsonWriter &value(const QString &text);
    JsonWriter &value(const char *text) { return value(QString::fromUtf8(text)); }
    JsonWriter &value(const QJsonValue &value);
    JsonWriter &null() { return raw("null"); }
    /// Text that is JSON already.
    JsonWriter &raw(const QByteArray &json);
    /// Begins a line for the next entry, for people who look at the file.
    JsonWriter &newLine();

    const QByteArray &bytes() const { return m_bytes; }
    qsizetype size() const { return m_bytes.size(); }
    /// What was written since the last call: for writing a long text piece by piece.
    QByteArray take();

private:
    JsonWriter &begin(char opening, char closing);
    void separate();

    QByteArray m_bytes;
    QByteArray m_open;      ///< The closing signs still owed.
    bool m_first = true;    ///< Nothing stands in the innermost one yet, or what separates it from the next is written.
};

} // namespace playground
