// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace playground {

/// Does long work in slices between the frames of a window, on its own thread.
class Piecewise : public QObject {
    Q_OBJECT

public:
    explicit Piecewise(QObject *parent = nullptr);

    /// `piece` does a little and returns true when all is done, then `done` is called. Begins at once: what takes less than
    /// a slice is done on return. Work that was under way is given up.
    void start(std::function<bool()> piece, std::function<void()> done);
    void stop();
    bool isRunning() const { return bool(m_piece); }
    /// Whether the last work that was done took more than one slice: nobody should begin the like with each frame.
    bool tookLong() const { return m_tookLong; }

    static constexpr int sliceMs = 8;
    /// So long should those wait that would begin long work again because its subject has grown.
    static constexpr int restMs = 500;

private:
    void slice();

    QTimer m_timer;
    std::function<bool()> m_piece;
    std::function<void()> m_done;
    bool m_tookLong = false, m_goesOn = false;
};

} // namespace playground
