// SPDX-License-Identifier: MIT
#include "engine/live_input.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

std::optional<QString> LiveInput::cannotRecord(const Scenario &scenario)
{
    // A winner settles the rest of its group, also who has not arrived: that cannot be shown before they are known.
    if (scenario.pattern.id() != u"race" && scenario.pattern.id() != u"any")
        return std::nullopt;
    return QCoreApplication::translate("LiveInput", "Input cannot be recorded under “%1”, because a winner decides about "
                                                    "inputs that are still to come. Record it under another pattern, then "
                                                    "choose this one: the tape stays.")
        .arg(scenario.pattern.kind().title);
}

void LiveInput::add(const PadInput &input, nanoseconds at, nanoseconds shown)
{
    m_tape.add(input, nextMillisecond(std::max(at, shown)));
}

void LiveInput::generate(nanoseconds every, nanoseconds shown)
{
    m_every = every;
    m_nextTap = nextMillisecond(shown);
}

bool LiveInput::catchUp(nanoseconds time)
{
    if (m_every <= nanoseconds::zero() || m_nextTap > time)
        return false;
    for (; m_nextTap <= time; m_nextTap += m_every)
        m_tape.add(PadInput::click(), m_nextTap);
    return true;
}

nanoseconds LiveInput::nextMillisecond(nanoseconds time)
{
    return std::chrono::floor<milliseconds>(time) + milliseconds(1);
}

} // namespace playground
