// SPDX-License-Identifier: MIT
#include "view/piecewise.h"

#include <QElapsedTimer>

#include <utility>

namespace playground {

Piecewise::Piecewise(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_goesOn = true;
        slice();
    });
}

void Piecewise::start(std::function<bool()> piece, std::function<void()> done)
{
    m_timer.stop();
    m_piece = std::move(piece);
    m_done = std::move(done);
    m_goesOn = false;
    slice();
}

void Piecewise::stop()
{
    m_timer.stop();
    m_piece = nullptr;
    m_done = nullptr;
}

void Piecewise::slice()
{
    QElapsedTimer time;
    time.start();
    while (!m_piece()) {
        if (time.elapsed() >= sliceMs)
            return m_timer.start(0);
    }
    m_tookLong = m_goesOn;
    m_piece = nullptr;
    if (const auto done = std::exchange(m_done, nullptr))
        done();
}

} // namespace playground
