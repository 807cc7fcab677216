// SPDX-License-Identifier: MIT
// Recording: a run of what is put in while it runs.
#include "engine/playback.h"

#include <algorithm>

namespace playground {

using std::chrono::nanoseconds;
using Phase = PlaybackState::Phase;

void Playback::record(const Scenario &scenario)
{
    if (const auto sentence = LiveInput::cannotRecord(scenario)) {
        emit problem(*sentence);
        return;
    }
    auto input = std::make_unique<LiveInput>(scenario.source);
    Scenario recorded = scenario;
    recorded.source = input->tape().source();
    reset(recorded);
    m_input = std::move(input);
    m_course.growSource(m_input->tape().openSource(), m_input->tape().source());
    m_scout.reset(); // The one that there is looked for what follows an empty tape.
    m_state.recording = true;
    m_state.speed = std::min(m_state.speed, 1.0);
    tellCourse();
    emit this->recorded(m_input->tape().source());
    begin(Task::Play);
}

void Playback::endRecording()
{
    if (!m_input)
        return;
    m_input->close(nanoseconds(m_shown->now()));
    takeInput(m_input->tape().source());
    m_input.reset();
    m_state.recording = false;
    if (m_task != Task::None)
        begin(m_task);
}

void Playback::input(const PadInput &input, nanoseconds age)
{
    if (!m_input)
        return;
    const nanoseconds sinceTick = nanoseconds(m_wall.nsecsElapsed()) - age;
    m_input->add(input, m_target + atSpeed(sinceTick), nanoseconds(m_shown->now()));
    takeInput(m_input->tape().openSource());
}

void Playback::burst(int clicks)
{
    if (!m_input)
        return;
    const nanoseconds at = m_target + atSpeed(nanoseconds(m_wall.nsecsElapsed()));
    for (int i = 0; i < clicks; ++i)
        m_input->add(PadInput::click(), at, nanoseconds(m_shown->now()));
    takeInput(m_input->tape().openSource());
}

void Playback::generate(nanoseconds every)
{
    if (m_input)
        m_input->generate(every, std::max(m_target, nanoseconds(m_shown->now())));
}

/// A run is a function of its source, and what was put in lies ahead of what has been shown: so a run of the longer tape comes to the
/// same point and goes on from there.
void Playback::takeInput(const Section &source)
{
    m_course.growSource(source, m_input->tape().source());
    m_form.source = m_input->tape().source();
    m_shown->growSource(m_input->tape().source());
    m_strips.growSource(source, m_input->tape().source());
    m_driver.reset();
    m_scout.reset();
    useDriver(false);
    tellCourse();
    emit recorded(m_input->tape().source());
}

} // namespace playground
