// SPDX-License-Identifier: MIT
#pragma once

#include "picture/theme.h"

#include <QBrush>

#include <array>

namespace playground {

/// The textures that repeat a state's meaning without colour: hatch, dots, stripes, cross-hatch. Drawn once for a
/// theme; set the painter's brush origin to the span's corner so that a texture moves along with its span.
class SpanTextures {
public:
    explicit SpanTextures(const Theme &theme);

    /// Qt::NoBrush where the state is flat.
    const QBrush &brush(SpanState state) const { return m_brushes[size_t(state)]; }
    /// The wide dots between two counters: a slot that a back-off keeps.
    const QBrush &keptSlot() const { return m_keptSlot; }

private:
    std::array<QBrush, 8> m_brushes;
    QBrush m_keptSlot;
};

} // namespace playground
