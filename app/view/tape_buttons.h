// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace playground {

class Chip;
class Section;

/// What can be done with a tape: record another one, replay it from its start, and empty it. The last two need one that
/// holds something, and none is emptied while it is recorded.
class TapeButtons : public QWidget {
    Q_OBJECT

public:
    explicit TapeButtons(QWidget *parent = nullptr);

    /// Shows itself for a source that is a tape only.
    void setSource(const Section &source);
    void setRecording(bool recording);

    Chip *record() const { return m_record; }
    Chip *replay() const { return m_replay; }
    Chip *clear() const { return m_clear; }

signals:
    /// Begin a recording, or end the one that is under way.
    void recordRequested(bool on);
    void replayRequested();
    void clearRequested();

private:
    void enable();

    Chip *m_record, *m_replay, *m_clear;
    bool m_holds = false; // Something is on the tape.
};

} // namespace playground
