// SPDX-License-Identifier: MIT
#include "view/timeline_zoom.h"

#include "picture/timeline_state.h"

#include <algorithm>
#include <utility>

namespace playground {
namespace {

constexpr qint64 firstWhole = 1'000'000'000;
constexpr size_t mostEarlier = 50;

} // namespace

void TimelineZoom::begin(bool alike)
{
    m_now = 0;
    m_begins = true;
    if (alike)
        return;
    m_whole = m_range = {0, firstWhole};
    m_mode = Mode::Whole;
    m_earlier.clear();
}

void TimelineZoom::advance(qint64 now, bool ended)
{
    m_now = now;
    if (std::exchange(m_begins, false) && now == 0 && m_mode == Mode::Free && m_range.begin > 0)
        follow();
    if (ended)
        m_whole = wholeRun(std::max(now, m_reach));
    else if (now > m_whole.end - m_whole.end / 25)
        m_whole.end = niceEnd(now + now / 2);
    if (m_reach > m_whole.end)
        m_whole = wholeRun(m_reach);
    if (m_mode == Mode::Whole)
        m_range = m_whole;
    else if (m_mode == Mode::Live)
        followEdge();
    else
        place(m_range.begin, m_range.length());
}

void TimelineZoom::fit()
{
    if (m_mode == Mode::Whole)
        return;
    remember();
    m_mode = Mode::Whole;
    m_range = m_whole;
}

void TimelineZoom::follow()
{
    if (m_mode == Mode::Live)
        return;
    remember();
    m_mode = Mode::Live;
    followEdge();
}

void TimelineZoom::show(const TimeRange &range)
{
    remember();
    setEnds(range);
}

void TimelineZoom::setEnds(const TimeRange &range)
{
    m_mode = range.length() >= m_whole.length() ? Mode::Whole : Mode::Free;
    place(range.begin, range.length());
}

void TimelineZoom::zoomAt(qint64 t, double factor, bool goesOn)
{
    const qint64 length = std::clamp<qint64>(qint64(double(m_range.length()) * factor), leastLength, m_whole.length());
    if (length == m_range.length())
        return;
    if (!goesOn)
        remember();
    const double part = double(t - m_range.begin) / double(m_range.length());
    m_mode = length == m_whole.length() ? Mode::Whole : Mode::Free;
    place(t - qint64(part * double(length)), length);
}

void TimelineZoom::pan(qint64 by)
{
    const TimeRange before = m_range;
    place(m_range.begin + by, m_range.length());
    if (m_range != before)
        m_mode = Mode::Free;
}

void TimelineZoom::reveal(const TimeRange &piece)
{
    if (piece.begin >= m_range.begin && piece.end <= m_range.end)
        return;
    const qint64 room = m_range.length() / 20;
    if (piece.begin < m_range.begin || piece.length() + 2 * room > m_range.length())
        pan(piece.begin - room - m_range.begin);
    else
        pan(piece.end + room - m_range.end);
}

void TimelineZoom::back()
{
    if (m_earlier.empty()) {
        m_mode = Mode::Whole;
        m_range = m_whole;
        return;
    }
    const View view = m_earlier.back();
    m_earlier.pop_back();
    m_mode = view.mode;
    if (m_mode == Mode::Whole)
        m_range = m_whole;
    else
        place(view.range.begin, view.range.length());
    if (m_mode == Mode::Live)
        followEdge();
}

void TimelineZoom::remember()
{
    if (m_earlier.size() == mostEarlier)
        m_earlier.erase(m_earlier.begin());
    m_earlier.push_back({m_mode, m_range});
}

void TimelineZoom::place(qint64 begin, qint64 length)
{
    length = std::clamp(length, leastLength, m_whole.length());
    begin = std::clamp<qint64>(begin, 0, m_whole.length() - length);
    m_range = {begin, begin + length};
}

void TimelineZoom::followEdge()
{
    // A tenth of the axis stays free before the edge.
    const qint64 length = m_range.length();
    place(m_now + length / 10 - length, length);
}

} // namespace playground
