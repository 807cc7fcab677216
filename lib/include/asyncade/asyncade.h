// SPDX-License-Identifier: MIT
#pragma once

// Everything the library offers.
#include <asyncade/abandonable.h>
#include <asyncade/any_of.h>
#include <asyncade/as_completed.h>
#include <asyncade/async_source.h>
#include <asyncade/backoff.h>
#include <asyncade/batch.h>
#include <asyncade/batch_limits.h>
#include <asyncade/batcher.h>
#include <asyncade/call.h>
#include <asyncade/channel.h>
#include <asyncade/chrome_trace.h>
#include <asyncade/circuit_breaker.h>
#include <asyncade/clock.h>
#include <asyncade/cool_down.h>
#include <asyncade/debouncer.h>
#include <asyncade/duration.h>
#include <asyncade/error_hook.h>
#include <asyncade/errors.h>
#include <asyncade/event.h>
#include <asyncade/gather.h>
#include <asyncade/gather_named.h>
#include <asyncade/gather_safe.h>
#include <asyncade/hedge.h>
#include <asyncade/keep_latest.h>
#include <asyncade/keyed_rate_limiter.h>
#include <asyncade/named.h>
#include <asyncade/observer.h>
#include <asyncade/offload.h>
#include <asyncade/overflow.h>
#include <asyncade/parallel_map.h>
#include <asyncade/pipeline.h>
#include <asyncade/race.h>
#include <asyncade/rate_limit.h>
#include <asyncade/rate_limiter.h>
#include <asyncade/recorder.h>
#include <asyncade/retry.h>
#include <asyncade/run_blocking.h>
#include <asyncade/semaphore.h>
#include <asyncade/shared_call.h>
#include <asyncade/signal.h>
#include <asyncade/single_flight.h>
#include <asyncade/sleep.h>
#include <asyncade/stoppable.h>
#include <asyncade/streams/streams.h>
#include <asyncade/system_clock.h>
#include <asyncade/task_result.h>
#include <asyncade/task_scope.h>
#include <asyncade/throttler.h>
#include <asyncade/timeout.h>
#include <asyncade/tracked.h>
#include <asyncade/virtual_clock.h>

/// Async helpers for QCoro coroutines and the Qt event loop.
namespace asyncade {
}
