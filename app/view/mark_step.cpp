// SPDX-License-Identifier: MIT
#include "view/mark_step.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace playground {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MarkStep)
};

/// The first mark of one that the other does not have.
const Mark *missing(const Marks &marks, const Marks &in)
{
    const auto found = std::ranges::find_if(marks.all(), [&](const Mark &mark) { return std::ranges::find(in.all(), mark) == in.all().end(); });
    return found == marks.all().end() ? nullptr : &*found;
}

} // namespace

MarkStep::MarkStep(const QString &name, Marks before, Marks after, std::function<void(const Marks &)> take)
    : QUndoCommand(name)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_take(std::move(take))
{
}

QString markStepName(const Marks &before, const Marks &after)
{
    const Mark *gone = missing(before, after), *come = missing(after, before);
    if (gone && come)
        return Words::tr("Rename “%1” to “%2”").arg(gone->name, come->name);
    if (come)
        return Words::tr("Set “%1”").arg(come->name);
    if (after.empty() && before.all().size() > 1)
        return Words::tr("Remove all marks");
    return gone ? Words::tr("Remove “%1”").arg(gone->name) : QString();
}

} // namespace playground
