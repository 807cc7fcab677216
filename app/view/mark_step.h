// SPDX-License-Identifier: MIT
#pragma once

#include "model/marks.h"

#include <QUndoCommand>

#include <functional>

namespace playground {

/// A step of the history: the marks before and after it. `take` shows marks on the timeline, and must outlive the history.
class MarkStep final : public QUndoCommand {
public:
    MarkStep(const QString &name, Marks before, Marks after, std::function<void(const Marks &)> take);

    void undo() override { m_take(m_before); }
    void redo() override { m_take(m_after); }

private:
    Marks m_before, m_after;
    std::function<void(const Marks &)> m_take;
};

/// What the step from one to the other did, for the history: "Set “Mark 1”", "Rename “Mark 1” to “the stall”", "Remove all marks".
QString markStepName(const Marks &before, const Marks &after);

} // namespace playground
