// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/event.h>
#include <asyncade/observer.h>

#include <QCoroTask>
#include <QtGlobal>

#include <chrono>
#include <limits>
#include <list>
#include <optional>
#include <set>
#include <stop_token>
#include <utility>

namespace playground {

/// How many requests a server works on at once, and how many may wait in line.
struct PlaceLimits {
    std::optional<qint64> capacity;                        ///< Nothing: any number.
    qint64 queue = std::numeric_limits<qint64>::max();     ///< The most in line; 0: nobody waits.
    bool watched = false;                                  ///< Levels are reported, and who ends when is known.
    friend bool operator==(const PlaceLimits &, const PlaceLimits &) = default;
};

/// The places of a fake server, and the line before them: first come, first served. A place that ends at an instant is free for
/// whoever comes at that instant, whichever of the two is done first.
///
/// Reports waits in line (reason server) and the levels "service" and "queue". Must outlive its places and those in line.
class ServerPlaces {
public:
    /// One place, taken until it is destroyed. Move-only.
    class Place {
    public:
        Place() = default;
        Place(Place &&other) noexcept : m_places(std::exchange(other.m_places, nullptr)), m_request(other.m_request), m_end(other.m_end) {}
        Place &operator=(Place &&other) noexcept
        {
            std::swap(m_places, other.m_places);
            std::swap(m_request, other.m_request);
            std::swap(m_end, other.m_end);
            return *this;
        }
        ~Place()
        {
            if (m_places)
                m_places->leave(m_request, m_end);
        }
        explicit operator bool() const { return m_places != nullptr; }
        /// When the work in it will be done, unless it is given up.
        void startUntil(std::chrono::nanoseconds end);

    private:
        friend class ServerPlaces;
        Place(ServerPlaces &places, quint32 request) : m_places(&places), m_request(request) {}

        ServerPlaces *m_places = nullptr;
        quint32 m_request = 0;
        std::optional<std::chrono::nanoseconds> m_end; ///< As it was noted.
    };

    /// From now on these limits hold. More places let those in line go on at once; fewer take no place away.
    void setLimits(const PlaceLimits &limits, asyncade::Part part);
    /// Whether there is neither a place nor room in line for one more.
    bool isFull() const;
    /// A place if one is free now, else nothing.
    Place tryEnter();
    /// Waits in line for a place. Throws `Cancelled` when `token` is stopped.
    QCoro::Task<Place> enter(std::stop_token token);
    /// How many others are in service beside the one who holds a place that has not been started.
    qint64 others() const { return m_taken - 1 - endingNow(); }

private:
    struct InLine {
        asyncade::Event granted{"a server's place"};
        asyncade::Span span;
        bool isTold = false; ///< Its wait was reported.
        bool isGranted = false;
    };

    qint64 endingNow() const;
    qint64 soonFree() const;
    void leave(quint32 request, const std::optional<std::chrono::nanoseconds> &end);
    void letIn(quint32 from);
    void reportLevels();

    PlaceLimits m_limits;
    asyncade::Part m_part;
    std::list<InLine *> m_line;
    std::multiset<std::chrono::nanoseconds> m_ends; ///< Of the work in the places, where it is watched.
    qint64 m_taken = 0;
    std::pair<qint64, qint64> m_reported{-1, -1};   ///< The levels as they were last told.
};

} // namespace playground
