// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/errors.h>

#include <QByteArray>

#include <exception>
#include <stdexcept>

namespace support {

/// An exception in words, its kind first: "TimeoutError: timed out after 1 s".
inline QByteArray inWords(const std::exception_ptr &error)
{
    if (!error)
        return "nothing";
    try {
        std::rethrow_exception(error);
    } catch (const asyncade::Cancelled &e) {
        return QByteArray("Cancelled: ") + e.what();
    } catch (const asyncade::TimeoutError &e) {
        return QByteArray("TimeoutError: ") + e.what();
    } catch (const asyncade::Stalled &e) {
        return QByteArray("Stalled: ") + e.what();
    } catch (const std::invalid_argument &e) {
        return QByteArray("invalid_argument: ") + e.what();
    } catch (const std::logic_error &e) {
        return QByteArray("logic_error: ") + e.what();
    } catch (const std::runtime_error &e) {
        return QByteArray("runtime_error: ") + e.what();
    } catch (...) {
        return "something else";
    }
}

/// What `f()` throws, in words.
template <class F>
QByteArray thrownBy(F &&f)
{
    try {
        f();
    } catch (...) {
        return inWords(std::current_exception());
    }
    return inWords({});
}

} // namespace support
