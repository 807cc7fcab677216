// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/clock.h>
#include <asyncade/errors.h>
#include <asyncade/shared_call.h>
#include <asyncade/sleep.h>

#include "support/thrown.h"

#include <QByteArrayList>
#include <QCoroTask>

#include <chrono>
#include <stop_token>
#include <vector>

/// For tests of helpers that decide when a function is called.
namespace support {

using namespace std::chrono_literals;

inline QByteArray nowText() { return QByteArray::number(qlonglong(asyncade::Clock::current().now() / 1ms)); }

/// A function that notes when it is called, "300 c", and gives its argument back after a while.
class NotedFunction {
public:
    explicit NotedFunction(QByteArrayList &log, std::chrono::nanoseconds takes = {}) : m_log(&log), m_takes(takes) {}
    QCoro::Task<QByteArray> operator()(QByteArray text, std::stop_token token) const
    {
        return run(m_log, m_takes, std::move(text), std::move(token));
    }

private:
    static QCoro::Task<QByteArray> run(QByteArrayList *log, std::chrono::nanoseconds takes, QByteArray text, std::stop_token token)
    {
        log->append(nowText() + ' ' + text);
        if (takes.count() > 0)
            co_await asyncade::sleepFor(takes, token);
        co_return text;
    }

    QByteArrayList *m_log;
    std::chrono::nanoseconds m_takes;
};

/// Awaits a call and notes who got what and when: "a: 300 c".
template <class T>
QCoro::Task<> noteResult(asyncade::SharedCall<T> call, QByteArray who, QByteArrayList &log)
{
    QByteArray result;
    try {
        result = co_await call;
    } catch (...) {
        result = inWords(std::current_exception());
    }
    log.append(who + ": " + nowText() + ' ' + result);
}

struct Input {
    int milliseconds;
    const char *text;
};

/// Makes the calls at their times and notes what each caller gets.
template <class Callee>
QCoro::Task<> callAt(Callee &callee, std::vector<Input> inputs, QByteArrayList &results)
{
    for (const Input &input : inputs) {
        co_await asyncade::sleepUntil(std::chrono::milliseconds(input.milliseconds));
        noteResult(callee(input.text), input.text, results);
    }
}

} // namespace support
