// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/detail/waiter_queue.h>
#include <asyncade/duration.h>

#include <chrono>
#include <cstdint>

namespace asyncade {

namespace detail {
/// Throws std::invalid_argument unless `size` is at least 1 and `pause` at least 0.
void checkBatch(const char *helper, int size, std::chrono::nanoseconds pause = {});
} // namespace detail

/// From where the pause between two batches is measured.
enum class BatchPace : std::uint8_t {
    AfterEnd,    ///< From the end of one batch to the start of the next.
    StartToStart ///< From start to start; batches never overlap, so a longer batch uses its pause up.
};

/// Size and pause of batches, to be changed while `batchConcurrent` runs. Several runs may share it. Belongs to one thread; must
/// outlive the runs: destroyed before, those that wait for their next batch end with `Cancelled`.
///
///     asyncade::BatchLimits limits{20, 1s};
///     auto pages = co_await batchConcurrent(ids, fetchPage, limits);
class BatchLimits {
public:
    /// Throws std::invalid_argument unless `size` is at least 1 and `pause` at least 0.
    explicit BatchLimits(int size, Duration pause = {}, BatchPace pace = BatchPace::AfterEnd);
    ~BatchLimits() { m_waiters.cancelAll(); }
    BatchLimits(const BatchLimits &) = delete;
    BatchLimits &operator=(const BatchLimits &) = delete;

    /// How many make a batch.
    int size() const noexcept { return m_size; }
    /// The time between two batches.
    std::chrono::nanoseconds pause() const noexcept { return m_pause; }
    /// From where the pause counts.
    BatchPace pace() const noexcept { return m_pace; }
    /// Counts for the batch that is being collected too: lowered to what has come, it starts. A batch that runs is not changed.
    /// Throws std::invalid_argument unless `size` is at least 1.
    void setSize(int size);
    /// Also re-times a pause under way. Throws std::invalid_argument unless `pause` is at least 0.
    void setPause(Duration pause);

    /// \internal
    detail::WaiterQueue &waiters() noexcept { return m_waiters; }

private:
    int m_size;
    std::chrono::nanoseconds m_pause;
    BatchPace m_pace;
    detail::WaiterQueue m_waiters;
};

} // namespace asyncade
