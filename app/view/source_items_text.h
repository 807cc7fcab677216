// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QString>

namespace playground {

/// The items of a list source as lines: "posts at 50ms 300ms fails 1 503".
QString sourceItemsText(const QJsonArray &items);
/// What such lines say, as the file has it. Words that are none of ours become keys of the item, so that the check of
/// the scenario names them.
QJsonArray typedSourceItems(const QString &text);

} // namespace playground
