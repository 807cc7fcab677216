// SPDX-License-Identifier: MIT
#pragma once

#include "model/value_check.h"

#include <QJsonArray>

namespace playground {

/// Whether the items of a list are what the parameter says: words, durations, names of requests, items of a source,
/// events of a tape.
std::optional<Fault> checkList(const Parameter &list, const QJsonArray &values, const QString &path);

/// The keys of an item of a `list` source or of an event of a tape, described like those of a section. One that must be
/// given has no default.
const Kind &itemKind(ListItems items);

} // namespace playground
