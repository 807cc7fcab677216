// SPDX-License-Identifier: MIT
#pragma once

#include "model/scenario.h"

namespace playground {

/// What a person put in: a key with the text of the pad after it, or a click.
struct PadInput {
    QString key; ///< Empty: a click.
    QString text;

    static PadInput click() { return {}; }
};

/// A tape while it is being recorded. As long as it is, the source stays open: what was put in so far is known, and the
/// end is not, so a run of openSource() up to the present is the beginning of any run of what the tape becomes.
class TapeRecording {
public:
    /// An empty tape; the label of `source` stays, where it has one.
    explicit TapeRecording(const Section &source);

    /// The tape so far, as a scenario has it.
    const Section &source() const { return m_source; }
    /// The same with its end as far away as a scenario allows.
    Section openSource() const;
    /// How far away that is.
    static std::chrono::nanoseconds openEnd();
    qsizetype count() const { return m_events.size(); }

    /// Another input. One that comes before the last, by the clock of the device, counts as coming with it.
    void add(const PadInput &input, std::chrono::nanoseconds at);
    /// Closes the input at a time, or with the last input if that is later.
    void close(std::chrono::nanoseconds at);

private:
    Section m_source;
    QJsonArray m_events;
    std::chrono::nanoseconds m_last{};
};

} // namespace playground
