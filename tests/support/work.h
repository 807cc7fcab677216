// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/sleep.h>

#include <QCoroTask>

#include <chrono>
#include <stdexcept>
#include <stop_token>

/// Operations for tests. A token makes an operation one that can be stopped; the deaf ones take none.
namespace support {

inline QCoro::Task<int> valueAfter(std::chrono::nanoseconds time, int value, std::stop_token token)
{
    co_await asyncade::sleepFor(time, token);
    co_return value;
}

inline QCoro::Task<int> failAfter(std::chrono::nanoseconds time, const char *message, std::stop_token token)
{
    co_await asyncade::sleepFor(time, token);
    throw std::runtime_error(message);
}

inline QCoro::Task<int> deafValueAfter(std::chrono::nanoseconds time, int value)
{
    co_await asyncade::sleepFor(time);
    co_return value;
}

inline QCoro::Task<int> deafFailAfter(std::chrono::nanoseconds time, const char *message)
{
    co_await asyncade::sleepFor(time);
    throw std::runtime_error(message);
}

/// Requests a stop at a time of the virtual clock: keep the task until then.
inline QCoro::Task<> stopAfter(std::chrono::nanoseconds time, std::stop_source source)
{
    co_await asyncade::sleepFor(time);
    source.request_stop();
}

} // namespace support
