// SPDX-License-Identifier: MIT
#pragma once

#include "engine/arrivals.h"
#include "engine/stages.h"
#include "model/scenario.h"

#include <asyncade/errors.h>
#include <asyncade/event.h>
#include <asyncade/observer.h>

#include <QCoroTask>

#include <functional>
#include <list>
#include <optional>
#include <stop_token>
#include <vector>

namespace playground {

/// The requests of one run, as a pattern sees them: they arrive, they are served, they settle, each exactly once. What happens is
/// reported under the span of the request.
class Traffic {
public:
    /// A request as an item of the library's helpers, which then work in its span.
    struct Request {
        quint32 number = 0;
        asyncade::Span span() const { return {.request = number}; }
    };

    /// Whether a failure of a request is the pattern's business, too.
    enum class OnError {
        Throw,      ///< serve() throws it, each time.
        ThrowFirst, ///< serve() throws the first one of the run, which stops all others.
        Keep        ///< serve() keeps it to itself.
    };

    /// Must be made while the clock of the run is current, which shows `origin` at t = 0. `scenario` must outlive it.
    explicit Traffic(const Scenario &scenario, std::chrono::nanoseconds origin = {});

    const Section &pattern() const { return m_scenario.pattern; }
    quint32 count() const { return quint32(m_settled.size()); }

    /// Waits for the time of request `number`, without handing it over. Throws `Cancelled` when `token` is stopped.
    QCoro::Task<> due(quint32 number, std::stop_token token);
    /// Waits for the time of request `number` and hands it over: from now on it has arrived. Throws `Cancelled` when `token` is stopped.
    QCoro::Task<> arrive(quint32 number, std::stop_token token);
    /// The requests one after the other as they arrive, then, when the source closes, nothing: an asyncade::AsyncSource.
    QCoro::Task<std::optional<Request>> next(std::stop_token token);
    /// Waits until the source has closed.
    QCoro::Task<> closed(std::stop_token token);
    /// Waits until all requests have settled.
    asyncade::Event::Waiting allSettled(std::stop_token token) { return m_allSettled.wait(std::move(token)); }

    /// Sends an arrived request through the policies to the server; it has settled then, and so have `others`, which travel in its
    /// call. To be called in the request's span. Throws `Cancelled` when the pattern has stopped it.
    QCoro::Task<> serve(quint32 number, OnError onError, std::stop_token token, std::vector<quint32> others = {});
    /// The same for a request whose dispatch a helper has reported.
    QCoro::Task<> serveDispatched(quint32 number, OnError onError, std::stop_token token, std::vector<quint32> others = {});
    /// Settles a request whose value will not go out, because that of `cause` goes in its stead.
    void drop(quint32 number, quint32 cause);
    /// Settles a request, unless it has, as cancelled for this reason.
    void cancel(quint32 number, const asyncade::StopCause &cause);
    /// Settles all that have not, as cancelled because of the first failure: nothing will be done for them any more.
    void cancelRest();

    /// Reports a part of the pattern.
    asyncade::Part part(const char *kind) const;

    /// Calls `apply` whenever a number of the scenario was changed, until the guard goes.
    class [[nodiscard]] EditGuard {
    public:
        EditGuard(Traffic &traffic, std::function<void(const Section &)> apply);
        ~EditGuard() { m_traffic.m_handlers.erase(m_place); }
        EditGuard(const EditGuard &) = delete;
        EditGuard &operator=(const EditGuard &) = delete;

    private:
        Traffic &m_traffic;
        std::list<std::function<void(const Section &)>>::iterator m_place;
    };
    EditGuard whenEdited(std::function<void(const Section &pattern)> apply) { return EditGuard(*this, std::move(apply)); }
    void edited();

    /// The source of the scenario has grown, or has closed: those that are new arrive now or when they are due. While it is open next()
    /// and closed() wait for more. For patterns that take one request after the other.
    void grow(bool isOpen);

private:
    /// When something is due, as the clock shows it.
    std::chrono::nanoseconds onClock(std::chrono::nanoseconds time) const;
    QCoro::Task<> untilGrown(std::stop_token token);
    /// How a request ends.
    struct Ending {
        asyncade::RequestOutcome outcome;
        quint32 attempt = 0;
        quint16 code = codeNone;
        bool defaulted = false;
        quint32 causeRequest = 0;
        asyncade::Part cause{};
    };
    static Ending cancelledBy(const asyncade::StopCause &cause);
    void settle(quint32 number, const Ending &ending);

    const Scenario &m_scenario;
    std::chrono::nanoseconds m_origin;
    Stages m_stages;
    Arrivals m_arrivals;
    std::vector<bool> m_settled;
    quint32 m_open;            ///< So many have not settled.
    quint32 m_next = 1;        ///< For next().
    quint32 m_firstFailed = 0; ///< 0: none failed.
    bool m_isOpen = false;     ///< More requests may come.
    asyncade::Event m_allSettled{"all requests"};
    asyncade::Event m_grown{"the next input"};
    std::list<std::function<void(const Section &)>> m_handlers;
};

} // namespace playground
