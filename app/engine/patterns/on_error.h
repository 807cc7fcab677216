// SPDX-License-Identifier: MIT
#pragma once

#include "engine/traffic.h"

namespace playground {

/// What a pattern's `onError` asks for: `stop` lets the first failure stop all others, `collect` goes on.
inline Traffic::OnError onErrorOf(const Section &pattern)
{
    return pattern.text(QStringLiteral("onError")) == u"stop" ? Traffic::OnError::ThrowFirst : Traffic::OnError::Keep;
}

} // namespace playground
