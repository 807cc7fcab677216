// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/call.h>
#include <asyncade/detail/join.h>
#include <asyncade/detail/run_work.h>
#include <asyncade/detail/waiter_queue.h>

#include <concepts>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace asyncade {

namespace detail {

/// A call that several callers wait for.
template <class T>
class Flight {
public:
    class Awaiter final : private QueuedWait {
    public:
        Awaiter(Flight &flight, bool leads, std::stop_token token) noexcept : m_flight(&flight), m_leads(leads), m_token(std::move(token)) {}
        bool await_ready() { return m_flight->m_landed || !this->begin(m_token); }
        void await_suspend(std::coroutine_handle<> coroutine) { this->suspendIn(m_flight->m_waiters, coroutine, m_token); }
        void await_resume() { this->finish(); }

    private:
        std::string describe() const override { return m_leads ? "a call that others may share" : "a call that another caller began"; }
        WaitNote note() const noexcept override { return {.reason = m_leads ? WaitReason::Work : WaitReason::Turn, .ahead = m_leads ? 1u : 0u}; }
        Flight *m_flight;
        bool m_leads;
        std::stop_token m_token;
    };
    class [[nodiscard("await it: nothing happens before co_await")]] End {
    public:
        End(Flight &flight, bool leads, std::stop_token token) noexcept : m_flight(&flight), m_leads(leads), m_token(std::move(token)) {}
        Awaiter operator co_await() const { return Awaiter(*m_flight, m_leads, m_token); }

    private:
        Flight *m_flight;
        bool m_leads;
        std::stop_token m_token;
    };

    virtual ~Flight() = default;
    /// `leads`: the one who waits has begun it.
    End ended(bool leads, std::stop_token token) noexcept { return End(*this, leads, std::move(token)); }
    /// For the one who stopped it: nothing can stop this wait.
    Join::End allEnded() noexcept { return m_join.allEnded(); }
    bool hasLanded() const noexcept { return m_landed; }
    std::uint32_t lead() const noexcept { return m_lead; }
    void addCaller() noexcept { ++m_callers; }
    /// Whether that was the last one.
    bool removeCaller() noexcept { return --m_callers == 0; }
    void stop(StopCause cause) { requestStop(m_stop, cause); }
    void cancelWaiters() noexcept { m_waiters.cancelAll(); }
    T result() const
    {
        if (m_outcome.error)
            std::rethrow_exception(m_outcome.error);
        if constexpr (!std::is_void_v<T>)
            return *m_outcome.value;
    }
    std::exception_ptr error() const noexcept { return m_outcome.error; }

protected:
    void land() noexcept
    {
        m_landed = true;
        while (QueuedWait *waiter = m_waiters.takeFirst())
            waiter->wake();
        m_join.ended();
    }

    Outcome<T> m_outcome;
    std::stop_source m_stop;
    Join m_join;

private:
    WaiterQueue m_waiters;
    std::size_t m_callers = 0;
    std::uint32_t m_lead = thread.context.span.request;
    bool m_landed = false;
};

template <class T, class W>
class FlightOf final : public Flight<T> {
public:
    explicit FlightOf(W work) : m_work(std::move(work)) {}
    /// `landed()` is called first when it ends.
    template <class Landed>
    static void start(const std::shared_ptr<FlightOf> &flight, Landed landed)
    {
        flight->m_join.started();
        startWork(flight->m_work, flight->m_stop.get_token(), flight->m_outcome, [flight, landed] {
            landed();
            flight->land();
        });
    }

private:
    W m_work;
};

} // namespace detail

/// Lets callers who want the same thing at the same time share one call: the first begins it, those who come before its end
/// wait for the same result. What has ended is forgotten: it is no cache. Belongs to one thread.
///
/// Every caller gets a copy of the value, or the error unchanged. A caller whose token is stopped gets `Cancelled` at once
/// and does not disturb the call while others want it; the last one to give up stops the call, with its own cause, and waits
/// for its end, and whoever comes next begins a new one. The call may outlive the caller who began it, so it must own everything that it
/// touches; see `call`. Destroyed while calls are under way: they are stopped, and their callers get `Cancelled`. An observer
/// is told of `join`: who travels in whose call, and then waits for it (reason turn).
///
///     asyncade::SingleFlight<int, Page> pages;
///     auto page = co_await pages.run(id, call(fetchPage, id), token);
template <class Key, class T, class Hash = std::hash<Key>>
class SingleFlight {
    static_assert(std::is_void_v<T> || std::copy_constructible<T>,
                  "several callers share the result: it must be copyable, or void");

public:
    SingleFlight() = default;
    ~SingleFlight()
    {
        const auto flights = std::move(m_flights->byKey);
        m_flights->byKey.clear();
        for (const auto &[key, flight] : flights) {
            flight->stop({.reason = StopReason::OwnerGone});
            flight->cancelWaiters();
        }
    }
    SingleFlight(const SingleFlight &) = delete;
    SingleFlight &operator=(const SingleFlight &) = delete;

    /// The result of the call for `key` that is under way, else of `work`, which is started.
    template <class K = Key, class W>
        requires std::convertible_to<K, Key>
    [[nodiscard("await it: a dropped task loses its error")]]
    QCoro::Task<T> run(K &&forKey, W &&work, std::stop_token token = {})
    {
        using Owned = std::decay_t<W>;
        detail::checkValue<K>();
        detail::checkCallable<W>();
        static_assert(detail::Callable<Owned> && !detail::isTask<Owned>,
                      "SingleFlight needs an operation, which it can decide to start: see call(f, args…)");
        static_assert(std::same_as<detail::ValueOf<Owned>, T>, "the operation must give what this SingleFlight shares");
        detail::checkWork("SingleFlight", work);
        const detail::ContextGuard guard;
        if (token.stop_requested())
            return cancelled();
        Key key(std::forward<K>(forKey));
        auto &flights = m_flights->byKey;
        if (const auto found = flights.find(key); found != flights.end()) {
            report::join(found->second->lead());
            return wait(m_flights, std::move(key), found->second, false, std::move(token));
        }
        auto flight = std::make_shared<detail::FlightOf<T, Owned>>(std::forward<W>(work));
        flights.emplace(key, flight);
        flight->addCaller(); // So that it counts while it starts.
        detail::FlightOf<T, Owned>::start(flight, [all = m_flights, key, self = flight.get()] { forget(*all, key, self); });
        auto waiting = wait(m_flights, key, flight, true, std::move(token));
        if (flight->removeCaller() && !flight->hasLanded()) { // The caller has given up while the call was starting.
            forget(*m_flights, key, flight.get());
            flight->stop({});
        }
        return waiting;
    }
    /// How many calls are under way.
    std::size_t size() const noexcept { return m_flights->byKey.size(); }

private:
    using Flight = detail::Flight<T>;
    struct Flights {
        std::unordered_map<Key, std::shared_ptr<Flight>, Hash> byKey;
    };

    static void forget(Flights &flights, const Key &key, const Flight *flight)
    {
        if (const auto found = flights.byKey.find(key); found != flights.byKey.end() && found->second.get() == flight)
            flights.byKey.erase(found);
    }
    static QCoro::Task<T> cancelled()
    {
        throw Cancelled();
        co_return detail::Outcome<T>().take(); // Makes it a coroutine.
    }
    static QCoro::Task<T> wait(std::shared_ptr<Flights> flights, Key key, std::shared_ptr<Flight> flight, bool leads, std::stop_token token)
    {
        const detail::ContextGuard own;
        flight->addCaller();
        const typename Flight::End end = flight->ended(leads, std::move(token));
        std::exception_ptr gaveUp;
        StopCause cause;
        try {
            co_await end;
        } catch (const Cancelled &stopped) {
            gaveUp = std::current_exception();
            cause = stopped.cause();
        } catch (...) {
            gaveUp = std::current_exception();
        }
        own.restore();
        const bool wasLast = flight->removeCaller();
        if (!gaveUp)
            co_return flight->result();
        if (wasLast) {
            forget(*flights, key, flight.get());
            if (cause.request == 0)
                cause.request = own.context().span.request;
            flight->stop(cause);
            co_await flight->allEnded();
            detail::reportError("SingleFlight", {}, 0, flight->error());
        }
        std::rethrow_exception(gaveUp);
    }

    std::shared_ptr<Flights> m_flights = std::make_shared<Flights>();
};

} // namespace asyncade
