// SPDX-License-Identifier: MIT
#pragma once

#include "engine/traffic.h"

#include <optional>
#include <utility>

namespace playground {

/// The function of a Debouncer or Throttler: serves one request, whose dispatch the helper reports.
class Dispatched {
public:
    explicit Dispatched(Traffic &traffic) : m_traffic(&traffic) {}
    QCoro::Task<> operator()(quint32 number, std::stop_token token) const
    {
        return m_traffic->serveDispatched(number, Traffic::OnError::Keep, std::move(token));
    }

private:
    Traffic *m_traffic;
};

/// Calls `helper`, a Debouncer or Throttler, with each request as it arrives, and drops those whose place another takes. Ends when all
/// requests have settled: the end of the input ends no quiet period and no window.
template <typename Helper>
QCoro::Task<> dispatchAll(Traffic &traffic, Helper &helper, std::stop_token token)
{
    helper.whenSuperseded([&traffic](asyncade::Span superseded, asyncade::Span by) { traffic.drop(superseded.request, by.request); });
    for (;;) {
        auto arriving = traffic.next(token);
        const std::optional<Traffic::Request> request = co_await arriving;
        if (!request)
            break;
        const asyncade::SpanScope span(request->span());
        helper(request->number); // Nobody awaits it: the request settles where it is served or dropped.
    }
    co_await traffic.allSettled(token);
}

} // namespace playground
