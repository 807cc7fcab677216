// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace playground {

/// An instant that somebody wants to find again, with a name.
struct Mark {
    qint64 t = 0;
    QString name;
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// The marks that were set on a timeline, in order of time. They are no part of the run: a run begun anew has them at the
/// same instants.
class Marks {
public:
    const std::vector<Mark> &all() const { return m_marks; }
    bool empty() const { return m_marks.empty(); }

    /// Sets a mark named "Mark 1", or the lowest number that no mark bears, and returns its place. Where a mark stands
    /// already that one is returned.
    size_t add(qint64 t);
    /// A blank name changes nothing.
    void rename(size_t index, const QString &name);
    void remove(size_t index);
    void clear() { m_marks.clear(); }
    /// The mark nearest to `t` of those at most `reach` ns away.
    std::optional<size_t> near(qint64 t, qint64 reach) const;

    friend bool operator==(const Marks &, const Marks &) = default;

private:
    QString freeName() const;

    std::vector<Mark> m_marks;
};

} // namespace playground
