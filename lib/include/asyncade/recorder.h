// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace asyncade {

/// Keeps every event in memory: 32 bytes each, texts and rare fields in side tables, equal texts once. Iterating gives each event
/// as it was observed, its texts owned by the recorder: they are valid until it is cleared or destroyed.
///
///     asyncade::Recorder recorder;
///     clock.setObserver(&recorder);
///     …
///     for (const asyncade::TraceEvent event : recorder)
///         use(event);
class Recorder : public Observer {
public:
    class Iterator;

    /// Keeps one event.
    void observe(const TraceEvent &event) noexcept override;

    /// How many events there are.
    std::size_t size() const noexcept { return m_records.size(); }
    /// Whether there is none.
    bool empty() const noexcept { return m_records.empty(); }
    /// The event at `index`, which must be less than size().
    TraceEvent operator[](std::size_t index) const;
    /// The first event.
    Iterator begin() const noexcept;
    /// Behind the last event.
    Iterator end() const noexcept;
    /// Forgets all events and texts.
    void clear();

private:
    struct Record {
        std::int64_t time;
        std::int64_t extra; ///< A time, a reason, an index into a side table, or two numbers; depends on the kind.
        std::uint32_t request;
        std::uint32_t number; ///< Number, count or from.
        std::uint16_t tryNumber;
        std::uint16_t copy;
        std::uint16_t part;
        std::uint8_t kind;   ///< And in the highest bit, whether the outcome is a default.
        std::uint8_t detail; ///< Reason, how, or outcome.
    };
    static_assert(sizeof(Record) == 32);
    struct Level {
        double value, slope, limit;
        std::uint32_t name;
    };
    struct Texts {
        std::uint32_t text[3];
    };
    struct AttemptEnd {
        std::int64_t retryAfter;
        int code;
    };

    std::uint32_t idOf(std::string_view text);
    Texts idsOf(const TraceEvent &event);
    void remember(Record &record, const TraceEvent &event);
    void recall(const Record &record, TraceEvent &event) const;
    void recallTexts(std::size_t index, TraceEvent &event) const;

    std::vector<Record> m_records;
    std::vector<Level> m_levels;
    std::vector<Texts> m_texts;
    std::vector<AttemptEnd> m_attemptEnds; ///< Those with a code or a time after which to try again.
    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<const std::string *> m_words; ///< By id; the map's keys stay where they are.
};

/// Goes through the events, which it makes as they are asked for.
class Recorder::Iterator {
public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::input_iterator_tag; // Events are made when they are asked for.
    using value_type = TraceEvent;
    using difference_type = std::ptrdiff_t;
    using reference = TraceEvent;
    using pointer = void;

    Iterator() = default;
    Iterator(const Recorder &recorder, std::size_t index) noexcept : m_recorder(&recorder), m_index(index) {}

    TraceEvent operator*() const { return (*m_recorder)[m_index]; }
    TraceEvent operator[](difference_type n) const { return *(*this + n); }
    Iterator &operator++() noexcept { return *this += 1; }
    Iterator operator++(int) noexcept { return std::exchange(*this, *this + 1); }
    Iterator &operator--() noexcept { return *this -= 1; }
    Iterator operator--(int) noexcept { return std::exchange(*this, *this - 1); }
    Iterator &operator+=(difference_type n) noexcept
    {
        m_index += std::size_t(n);
        return *this;
    }
    Iterator &operator-=(difference_type n) noexcept { return *this += -n; }
    friend Iterator operator+(Iterator i, difference_type n) noexcept { return i += n; }
    friend Iterator operator+(difference_type n, Iterator i) noexcept { return i += n; }
    friend Iterator operator-(Iterator i, difference_type n) noexcept { return i -= n; }
    friend difference_type operator-(const Iterator &a, const Iterator &b) noexcept
    {
        return difference_type(a.m_index) - difference_type(b.m_index);
    }
    friend bool operator==(const Iterator &a, const Iterator &b) noexcept { return a.m_index == b.m_index; }
    friend auto operator<=>(const Iterator &a, const Iterator &b) noexcept { return a.m_index <=> b.m_index; }

private:
    const Recorder *m_recorder = nullptr;
    std::size_t m_index = 0;
};

inline Recorder::Iterator Recorder::begin() const noexcept { return Iterator(*this, 0); }
inline Recorder::Iterator Recorder::end() const noexcept { return Iterator(*this, size()); }

} // namespace asyncade
