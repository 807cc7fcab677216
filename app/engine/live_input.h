// SPDX-License-Identifier: MIT
#pragma once

#include "model/tape_recording.h"

#include <optional>

namespace playground {

/// What is put in while a run is recorded, by a person and by a generator that taps in their stead.
class LiveInput {
public:
    explicit LiveInput(const Section &source) : m_tape(source) {}

    /// Why input for this scenario cannot be recorded, as a sentence that says what to do; nothing when it can.
    static std::optional<QString> cannotRecord(const Scenario &scenario);

    const TapeRecording &tape() const { return m_tape; }

    /// An input at the first whole millisecond after both times: what a run has shown already stays as it is, and tapes
    /// can be read.
    void add(const PadInput &input, std::chrono::nanoseconds at, std::chrono::nanoseconds shown);
    void close(std::chrono::nanoseconds shown) { m_tape.close(nextMillisecond(shown)); }

    /// From now on taps at equal distance, the first at once; zero: not any more.
    void generate(std::chrono::nanoseconds every, std::chrono::nanoseconds shown);
    std::chrono::nanoseconds generates() const { return m_every; }
    /// Puts in what the generator does up to `time`. False: nothing.
    bool catchUp(std::chrono::nanoseconds time);

private:
    static std::chrono::nanoseconds nextMillisecond(std::chrono::nanoseconds time);

    TapeRecording m_tape;
    std::chrono::nanoseconds m_every{}, m_nextTap{};
};

} // namespace playground
