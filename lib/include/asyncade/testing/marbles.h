// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/async_source.h>
#include <asyncade/detail/block_on.h>
#include <asyncade/duration.h>

#include <QByteArray>
#include <QCoroTask>

#include <chrono>
#include <memory>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace asyncade {

/// Thrown by a marble source at its `#`.
class MarbleError : public std::runtime_error {
public:
    MarbleError() : std::runtime_error("#") {}
};

namespace detail {
class MarbleScript;
}

/// A source that follows a drawing: see `marbles`.
class MarbleSource {
public:
    /// \internal
    explicit MarbleSource(std::string_view drawing, Duration frame);

    /// The next letter at its time, or at once when that has passed. Throws MarbleError at `#`; never gives anything at the end of a
    /// drawing without `|` or `#`. Obeys `token`.
    [[nodiscard("await it: a dropped task loses its error")]]
    QCoro::Task<std::optional<char>> next(std::stop_token token = {});
    /// How often it was asked.
    int asked() const noexcept;

private:
    std::shared_ptr<detail::MarbleScript> m_script;
};

/// Plays a drawing on the current clock, from now on, for tests of streams on a `VirtualClock`. Each sign takes one frame of 10 ms:
///
/// - a letter or digit is an item, of type char, that comes at the beginning of the frame;
/// - `-` is a frame in which nothing happens; `(ab)` is one frame in which all that it holds happens;
/// - `|` is the end, `#` an error; blanks mean nothing.
///
/// Throws std::invalid_argument when it cannot be read.
///
///     asyncade::VirtualClock clock;
///     auto typed = marbles("-a-b-c--------d--|");
///     QCOMPARE(drawn(debounce(typed, 30ms)), "--------c--------(d|)");
inline MarbleSource marbles(std::string_view drawing, Duration frame = std::chrono::milliseconds(10))
{
    return MarbleSource(drawing, frame);
}

namespace detail {

/// An item as it is drawn: a char as itself, a number in digits, a range in [], a pair or tuple in <>.
template <class T>
QByteArray marbleText(const T &item)
{
    if constexpr (std::is_same_v<T, char>) {
        return QByteArray(1, item);
    } else if constexpr (std::is_same_v<T, bool>) {
        return item ? "T" : "F";
    } else if constexpr (std::is_integral_v<T>) {
        return QByteArray::number(qlonglong(item));
    } else if constexpr (std::is_convertible_v<const T &, QByteArray>) {
        return item;
    } else if constexpr (std::ranges::range<const T>) {
        QByteArray text = "[";
        for (const auto &part : item)
            text += marbleText(part);
        return text + ']';
    } else {
        return '<' + std::apply([](const auto &...part) { return (QByteArray() += ... += marbleText(part)); }, item) + '>';
    }
}

/// Draws what happens, frame by frame.
class MarbleDrawing {
public:
    explicit MarbleDrawing(std::chrono::nanoseconds frame);
    void add(QByteArray sign);
    QByteArray finish();

private:
    void closeFrame();

    std::chrono::nanoseconds m_frame, m_start;
    std::int64_t m_next = 0; ///< The frame to be drawn next.
    QByteArray m_text;
    std::int64_t m_current = -1;
    QByteArrayList m_signs; ///< Of the current frame.
};

/// What is drawn for an error: "#" for a MarbleError, "x" for Cancelled, else "!" and what it says.
QByteArray marbleText(const std::exception_ptr &error);

template <class S>
QCoro::Task<QByteArray> draw(S &source, std::chrono::nanoseconds frame, std::stop_token token)
{
    MarbleDrawing drawing(frame);
    for (;;) {
        std::exception_ptr error;
        bool ended = false;
        try {
            auto pulling = source.next(token);
            auto item = co_await pulling;
            ended = !item.has_value();
            if (!ended)
                drawing.add(marbleText(*item));
        } catch (...) {
            error = std::current_exception();
        }
        if (error || ended) {
            drawing.add(error ? marbleText(error) : "|");
            co_return drawing.finish();
        }
    }
}

} // namespace detail

/// Takes everything from a source, on the current clock, and draws it as for `marbles`, up to its end or its first error. Items that are
/// not chars: numbers in digits, ranges as "[ab]", pairs and tuples as "<a1>", each in one frame. An event between two frames is drawn in
/// the earlier one, with the time: "a@15ms". Throws `Stalled` when the source never ends.
template <class S>
    requires AsyncSource<std::remove_cvref_t<S>>
QByteArray drawn(S &&source, Duration frame = std::chrono::milliseconds(10))
{
    const auto drawing = [&](std::stop_token token) { return detail::draw(source, frame, std::move(token)); };
    return detail::blockOn(Clock::current(), drawing);
}

} // namespace asyncade
