// SPDX-License-Identifier: MIT
#pragma once

#include "engine/patterns/arriving_request.h"

namespace playground {

/// Lets the members of one group compete and gives the number of the winner; 0: nobody has won.
using Competition = QCoro::Task<quint32> (*)(std::vector<ArrivingRequest> members, std::stop_token token);

/// Every `size` consecutive requests are a group, which begins when its first one is due; groups do not wait for each other. Whoever
/// has not settled at the end of its group's competition is cancelled by the winner.
QCoro::Task<> runGroups(Traffic &traffic, Traffic::OnError onError, Competition compete, std::stop_token token);

} // namespace playground
