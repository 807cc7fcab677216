// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <stop_token>

namespace support {

/// Blocks until the token is stopped.
inline void waitForStop(const std::stop_token &token)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait(lock, token, [] { return false; });
}

/// Lets one thread know that another has come so far.
class Signpost {
public:
    void reach() { m_reached.release(); }
    void await() { m_reached.acquire(); }

private:
    std::counting_semaphore<> m_reached{0};
};

} // namespace support
