// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <chrono>

/// A real HTTP server on a free port of this machine, which lives on the thread's event loop. How it answers follows from the first
/// word of a path and from how often that path was asked for:
///
///     /limited…  429 with "Retry-After: 1", then 200; another 429 for who comes back too early
///     /slow…     nothing at all the first time, then 200
///     /shaky…    503 twice, then 200
///     /broken…   503 always
///     /missing…  404
///     all else   200
class MoodyServer {
public:
    /// Throws std::runtime_error when no port can be had.
    MoodyServer();

    /// Where `path` is found, such as "/slow.txt".
    QUrl url(const QString &path) const;

    /// How many requests came in all.
    int requests() const noexcept { return m_requests; }
    /// How many came before the Retry-After that they had been given was over.
    int tooEarly() const noexcept { return m_tooEarly; }
    /// How many clients have hung up before their answer.
    int hungUp() const noexcept { return m_hungUp; }
    /// How many were under way at the same time at most.
    int mostAtOnce() const noexcept { return m_mostAtOnce; }

private:
    struct Visits {
        int count = 0;
        std::chrono::steady_clock::time_point notBefore{};
    };

    void accept();
    void answer(QTcpSocket &socket, const QByteArray &path);
    QByteArray answerTo(const QByteArray &path, Visits &visits);

    QHash<QByteArray, Visits> m_visits;
    int m_requests = 0;
    int m_tooEarly = 0;
    int m_hungUp = 0;
    int m_atOnce = 0;
    int m_mostAtOnce = 0;
    QTcpServer m_server; ///< Last: its sockets tell of their ends.
};
