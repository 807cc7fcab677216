// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <exception>

namespace playground {

/// Thrown by the commands when they cannot do what was asked: the sentence, without a full stop, goes to stderr and the program
/// ends with status 2.
class BadInput : public std::exception {
public:
    explicit BadInput(QString sentence) : m_sentence(std::move(sentence)), m_bytes(m_sentence.toUtf8()) {}
    const QString &sentence() const { return m_sentence; }
    const char *what() const noexcept override { return m_bytes.constData(); }

private:
    QString m_sentence;
    QByteArray m_bytes;
};

} // namespace playground
