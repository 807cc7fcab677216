// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace playground {

/// A whole number for people, in groups of three from five digits on: "1234", "100 000". The space between groups is
/// narrow and breaks no line.
QString numberText(qint64 number);

} // namespace playground
