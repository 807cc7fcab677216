// SPDX-License-Identifier: MIT
#pragma once

#include "engine/traffic.h"

#include <vector>

namespace playground {

/// One request as an operation: it waits for its arrival and is served. For patterns that have everything under way at once.
class ArrivingRequest {
public:
    ArrivingRequest(Traffic &traffic, quint32 number, Traffic::OnError onError)
        : m_traffic(&traffic), m_number(number), m_onError(onError)
    {
    }

    asyncade::Span span() const { return {.request = m_number}; }
    QCoro::Task<> operator()(std::stop_token token) const;

private:
    Traffic *m_traffic;
    quint32 m_number;
    Traffic::OnError m_onError;
};

/// All requests of the traffic.
std::vector<ArrivingRequest> allRequests(Traffic &traffic, Traffic::OnError onError);

} // namespace playground
