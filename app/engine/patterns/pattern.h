// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>
#include <QString>

#include <stop_token>

namespace playground {

class Traffic;

/// A pattern: brings all requests of the traffic to the server through one of the library's helpers, in its way. Ends when it is done
/// with them; throws the failure that stopped it.
using Pattern = QCoro::Task<> (*)(Traffic &traffic, std::stop_token token);

/// The pattern of a kind's id, or nullptr when there is none yet.
Pattern findPattern(const QString &id);

QCoro::Task<> runSequential(Traffic &traffic, std::stop_token token);
QCoro::Task<> runGather(Traffic &traffic, std::stop_token token);
QCoro::Task<> runGatherSafe(Traffic &traffic, std::stop_token token);
QCoro::Task<> runBatch(Traffic &traffic, std::stop_token token);
QCoro::Task<> runParallelMap(Traffic &traffic, std::stop_token token);
QCoro::Task<> runRateLimit(Traffic &traffic, std::stop_token token);
QCoro::Task<> runDebounce(Traffic &traffic, std::stop_token token);
QCoro::Task<> runThrottle(Traffic &traffic, std::stop_token token);
QCoro::Task<> runRace(Traffic &traffic, std::stop_token token);
QCoro::Task<> runAny(Traffic &traffic, std::stop_token token);
QCoro::Task<> runBatcher(Traffic &traffic, std::stop_token token);

} // namespace playground
