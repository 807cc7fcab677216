// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace playground {

/// The most attempts in flight at once, by the rule of the metrics: at one instant, attempts begun earlier end before
/// any begins; otherwise in the order of the trace. So a hand-over at an instant never counts twice, whatever order it
/// was recorded in.
class InFlightPeak {
public:
    void begin(qint64 t)
    {
        moveTo(t);
        m_most = std::max(m_most, ++m_fresh);
    }

    /// `begun`: when the attempt that ends at `t` had begun.
    void end(qint64 t, qint64 begun)
    {
        moveTo(t);
        if (begun < t)
            --m_before;
        else
            --m_fresh;
    }

    qint64 peak() const { return std::max(m_peak, m_before + m_most); }

private:
    void moveTo(qint64 t)
    {
        if (t == m_now)
            return;
        m_peak = peak();
        m_before += m_fresh;
        m_fresh = m_most = 0;
        m_now = t;
    }

    qint64 m_now = -1;
    qint64 m_before = 0; // Begun before this instant and not ended.
    qint64 m_fresh = 0;  // Begun at this instant and not ended.
    qint64 m_most = 0;   // The most of those.
    qint64 m_peak = 0;   // Of the instants before.
};

} // namespace playground
