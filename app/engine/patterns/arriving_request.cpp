// SPDX-License-Identifier: MIT
#include "engine/patterns/arriving_request.h"

namespace playground {

namespace {

QCoro::Task<> arriveAndServe(Traffic &traffic, quint32 number, Traffic::OnError onError, std::stop_token token)
{
    try {
        auto arriving = traffic.arrive(number, token);
        co_await arriving;
    } catch (const asyncade::Cancelled &stopped) {
        traffic.cancel(number, stopped.cause());
        throw;
    }
    auto serving = traffic.serve(number, onError, std::move(token));
    co_await serving;
}

} // namespace

QCoro::Task<> ArrivingRequest::operator()(std::stop_token token) const
{
    return arriveAndServe(*m_traffic, m_number, m_onError, std::move(token));
}

std::vector<ArrivingRequest> allRequests(Traffic &traffic, Traffic::OnError onError)
{
    std::vector<ArrivingRequest> requests;
    requests.reserve(traffic.count());
    for (quint32 number = 1; number <= traffic.count(); ++number)
        requests.emplace_back(traffic, number, onError);
    return requests;
}

} // namespace playground
