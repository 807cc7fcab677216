// SPDX-License-Identifier: MIT
#include "engine/patterns/on_error.h"
#include "engine/patterns/pattern.h"

#include <asyncade/event.h>
#include <asyncade/gather.h>

#include <deque>

namespace playground {

namespace report = asyncade::report;

namespace {

/// One request after the other, in the order in which they arrive: what a plain loop around `co_await` does.
class Sequence {
public:
    explicit Sequence(Traffic &traffic) : m_traffic(traffic), m_onError(onErrorOf(traffic.pattern())), m_part(traffic.part("turn")) {}

    /// Takes the requests as they arrive and lets them wait for their turn.
    QCoro::Task<> takeIn(std::stop_token token)
    {
        for (;;) {
            auto arriving = m_traffic.next(token);
            const std::optional<Traffic::Request> request = co_await arriving;
            if (!request)
                break;
            const asyncade::SpanScope span(request->span());
            const bool waits = m_busy || !m_waiting.empty();
            if (waits)
                report::wait(m_part, asyncade::WaitReason::Turn, {}, quint32(m_waiting.size()));
            m_waiting.push_back({request->number, waits});
            m_more.set();
        }
        m_complete = true;
        m_more.set();
    }

    /// Serves them.
    QCoro::Task<> serve(std::stop_token token)
    {
        while (!m_waiting.empty() || !m_complete) {
            if (m_waiting.empty()) {
                m_more.reset();
                co_await m_more.wait(token);
                continue;
            }
            const Waiting next = m_waiting.front();
            m_waiting.pop_front();
            m_busy = true;
            const asyncade::SpanScope span({.request = next.number});
            if (next.reported)
                report::go(m_part, asyncade::GoHow::Granted, m_last);
            auto serving = m_traffic.serve(next.number, m_onError, token);
            co_await serving;
            m_busy = false;
            m_last = next.number;
        }
    }

    /// Ends the waits of those whose turn will not come.
    void giveUp()
    {
        for (const Waiting &waiting : m_waiting) {
            const asyncade::SpanScope span({.request = waiting.number});
            if (waiting.reported)
                report::go(m_part, asyncade::GoHow::Cancelled);
        }
    }

private:
    struct Waiting {
        quint32 number;
        bool reported; ///< It had to wait: the one before was still under way.
    };

    Traffic &m_traffic;
    Traffic::OnError m_onError;
    asyncade::Part m_part;
    asyncade::Event m_more{"the next request"};
    std::deque<Waiting> m_waiting;
    quint32 m_last = 0; ///< The one served last.
    bool m_busy = false;
    bool m_complete = false;
};

} // namespace

QCoro::Task<> runSequential(Traffic &traffic, std::stop_token token)
{
    Sequence sequence(traffic);
    const auto takeIn = [&](std::stop_token stop) { return sequence.takeIn(std::move(stop)); };
    const auto serve = [&](std::stop_token stop) { return sequence.serve(std::move(stop)); };
    auto both = asyncade::gather(std::move(token), takeIn, serve);
    std::exception_ptr failure;
    try {
        co_await both;
    } catch (...) {
        failure = std::current_exception();
    }
    sequence.giveUp();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace playground
