// SPDX-License-Identifier: MIT
#pragma once

#include "model/tape_recording.h"
#include "view/input_age.h"

#include <QFrame>

#include <chrono>

class QHBoxLayout;

namespace playground {

class Chip;
class IconButton;
class PadField;
class Run;
class WindowActions;

/// Where people put in requests themselves: a field in which each key is one, and buttons that tap for them. The first
/// input begins a recording.
class InputPad : public QFrame {
    Q_OBJECT

public:
    explicit InputPad(WindowActions *actions, QWidget *parent = nullptr);

    void setRecording(bool recording);
    /// Shows the text of the tape as it is at the present of a run, unless it is being typed.
    void showText(const Run *run);
    /// A click now, or at the time of an event by its stamp; 0 = now.
    void tap(quint64 timestamp = 0);

    PadField *field() const { return m_field; }
    Chip *tapButton() const { return m_tap; }
    Chip *burstButton() const { return m_burst; }
    QList<Chip *> generators() const { return m_generators; }
    IconButton *recordButton() const { return m_record; }

signals:
    /// Begin a recording, or end the one that is under way. When one was begun, setRecording(true) has been called.
    void recordRequested(bool on);
    void input(const playground::PadInput &input, std::chrono::nanoseconds age);
    void burstRequested(int clicks);
    /// Zero: no more.
    void generateRequested(std::chrono::nanoseconds every);

private:
    void addGenerator(QHBoxLayout *row, std::chrono::milliseconds every);
    bool record();

    WindowActions *m_actions;
    PadField *m_field;
    Chip *m_tap, *m_burst;
    QList<Chip *> m_generators;
    IconButton *m_record;
    InputAge m_age;
    bool m_recording = false;
    qint64 m_shown = -1; // Inputs whose text stands in the field.
};

} // namespace playground
