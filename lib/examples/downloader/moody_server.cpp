// SPDX-License-Identifier: MIT
#include "moody_server.h"

#include <QTcpSocket>

#include <algorithm>
#include <memory>
#include <stdexcept>

using namespace std::chrono_literals;

namespace {

QByteArray response(const char *status, const QByteArray &body, const char *more = "")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

} // namespace

MoodyServer::MoodyServer()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    if (!m_server.listen(QHostAddress::LocalHost))
        throw std::runtime_error("the server cannot listen on this machine: " + m_server.errorString().toStdString());
}

QUrl MoodyServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

void MoodyServer::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        const auto isOpen = std::make_shared<bool>(false); // A request has come and has no answer yet.
        const auto received = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket, isOpen, received] {
            *received += socket->readAll();
            if (*isOpen || !received->contains("\r\n\r\n"))
                return;
            *isOpen = true;
            m_mostAtOnce = std::max(m_mostAtOnce, ++m_atOnce);
            answer(*socket, received->split(' ').value(1));
        });
        QObject::connect(socket, &QTcpSocket::bytesWritten, &m_server, [this, socket, isOpen] {
            if (!*isOpen || socket->bytesToWrite() > 0)
                return;
            *isOpen = false;
            --m_atOnce;
            socket->disconnectFromHost();
        });
        QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this, socket, isOpen] {
            if (*isOpen) {
                --m_atOnce;
                ++m_hungUp;
            }
            socket->deleteLater();
        });
    }
}

void MoodyServer::answer(QTcpSocket &socket, const QByteArray &path)
{
    ++m_requests;
    Visits &visits = m_visits[path];
    ++visits.count;
    socket.write(answerTo(path, visits));
}

/// Empty: no answer.
QByteArray MoodyServer::answerTo(const QByteArray &path, Visits &visits)
{
    const auto now = std::chrono::steady_clock::now();
    if (path.startsWith("/limited") && (visits.count == 1 || now < visits.notBefore)) {
        m_tooEarly += visits.count > 1;
        visits.notBefore = now + 1s;
        return response("429 Too Many Requests", "one moment\n", "Retry-After: 1\r\n");
    }
    if (path.startsWith("/slow") && visits.count == 1)
        return {};
    if (path.startsWith("/broken") || (path.startsWith("/shaky") && visits.count <= 2))
        return response("503 Service Unavailable", "out of order\n");
    if (path.startsWith("/missing"))
        return response("404 Not Found", "no such page\n");
    return response("200 OK", "This is " + path + ".\n");
}
