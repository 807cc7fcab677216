// SPDX-License-Identifier: MIT
#include <asyncade/testing/marbles.h>

#include <asyncade/detail/saturating.h>
#include <asyncade/errors.h>
#include <asyncade/event.h>
#include <asyncade/sleep.h>

#include <cctype>
#include <vector>

namespace asyncade {

using std::chrono::nanoseconds;

namespace detail {

namespace {

std::string quoted(std::string_view drawing)
{
    std::string text("\"");
    text += drawing;
    text += '"';
    return text;
}

} // namespace

/// What happens when, and how far it has been played.
class MarbleScript {
public:
    MarbleScript(std::string_view drawing, nanoseconds frame) : m_start(Clock::current().now())
    {
        if (frame.count() <= 0)
            throwInvalid("marbles", "a frame of more than 0", durationText(frame));
        read(drawing, frame);
    }

    static QCoro::Task<std::optional<char>> next(std::shared_ptr<MarbleScript> script, std::stop_token token)
    {
        ++script->m_asked;
        if (script->m_position == script->m_marbles.size()) {
            // An error is the end too.
            if (script->m_ends)
                co_return std::nullopt;
            const Event::Waiting forEver = script->m_never.wait(token);
            co_await forEver;
        }
        const Marble marble = script->m_marbles[script->m_position];
        if (marble.time > Clock::current().now()) {
            const Sleep sleep = sleepUntil(marble.time, token);
            co_await sleep;
        } else if (token.stop_requested()) {
            throw Cancelled();
        }
        ++script->m_position;
        if (marble.sign == '#')
            throw MarbleError();
        co_return marble.sign == '|' ? std::nullopt : std::optional(marble.sign);
    }
    int asked() const noexcept { return m_asked; }

private:
    struct Marble {
        nanoseconds time;
        char sign;
    };

    void read(std::string_view drawing, nanoseconds frame)
    {
        nanoseconds time = m_start;
        bool grouped = false;
        for (const char sign : drawing) {
            if (sign == ' ')
                continue;
            const bool isItem = std::isalnum(static_cast<unsigned char>(sign)) != 0;
            const bool isEnd = sign == '|' || sign == '#';
            const bool fits = isItem || isEnd ? !m_ends : sign == '-' ? !grouped && !m_ends : sign == '(' ? !grouped && !m_ends : sign == ')' && grouped;
            if (!fits)
                throwInvalid("marbles", "letters, digits and - ( ) | #, with nothing behind the end", quoted(drawing));
            if (isItem || isEnd)
                m_marbles.push_back({time, sign});
            m_ends |= isEnd;
            if (sign == '(' || sign == ')')
                grouped = sign == '(';
            if (!grouped)
                time = plus(time, frame);
        }
        if (grouped)
            throwInvalid("marbles", "a ) for each (", quoted(drawing));
    }

    nanoseconds m_start;
    std::vector<Marble> m_marbles;
    std::size_t m_position = 0;
    Event m_never{"marbles without an end"};
    int m_asked = 0;
    bool m_ends = false;
};

MarbleDrawing::MarbleDrawing(nanoseconds frame) : m_frame(frame), m_start(Clock::current().now())
{
    if (frame.count() <= 0)
        throwInvalid("drawn", "a frame of more than 0", durationText(frame));
}

void MarbleDrawing::add(QByteArray sign)
{
    const nanoseconds time = Clock::current().now() - m_start;
    const std::int64_t frame = time / m_frame;
    if (frame != m_current)
        closeFrame();
    m_current = frame;
    if (time % m_frame != nanoseconds{})
        sign += '@' + QByteArray::fromStdString(durationText(time)).replace(" ", "");
    m_signs << sign;
}

void MarbleDrawing::closeFrame()
{
    if (m_signs.empty())
        return;
    m_text += QByteArray(qsizetype(m_current - m_next), '-');
    m_next = m_current + 1;
    m_text += m_signs.size() == 1 ? m_signs.front() : '(' + m_signs.join() + ')';
    m_signs.clear();
}

QByteArray MarbleDrawing::finish()
{
    closeFrame();
    return m_text;
}

QByteArray marbleText(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const MarbleError &) {
        return "#";
    } catch (const Cancelled &) {
        return "x";
    } catch (const std::exception &other) {
        return QByteArray("!") + other.what();
    } catch (...) {
        return "!";
    }
}

} // namespace detail

MarbleSource::MarbleSource(std::string_view drawing, Duration frame)
    : m_script(std::make_shared<detail::MarbleScript>(drawing, frame))
{
}

QCoro::Task<std::optional<char>> MarbleSource::next(std::stop_token token)
{
    return detail::MarbleScript::next(m_script, std::move(token));
}

int MarbleSource::asked() const noexcept { return m_script->asked(); }

} // namespace asyncade
