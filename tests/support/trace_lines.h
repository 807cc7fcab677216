// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/observer.h>

#include <QByteArray>
#include <QByteArrayList>

#include <array>

namespace support {

/// Writes what it observes as lines, times in milliseconds: "100 #2 wait token until 300 ahead 1", "300 #2 go granted".
/// A try other than the first and a copy other than 0 follow the request: "#2/3", "#2+1". Sleeps, and waits for work to end, which every
/// test is full of, are left out, unless `everything` is set.
class TraceLines : public asyncade::Observer {
public:
    QByteArrayList lines;
    bool everything = false;

    void observe(const asyncade::TraceEvent &event) noexcept override
    {
        using Kind = asyncade::TraceEventKind;
        const bool plain = event.reason == asyncade::WaitReason::Sleep || event.reason == asyncade::WaitReason::Work;
        if (plain && !everything)
            return;
        switch (event.kind) {
        case Kind::Wait:
            add(event, "wait " + QByteArray(reasons[std::size_t(event.reason)])
                           + (event.until ? " until " + milliseconds(*event.until) : QByteArray())
                           + (event.count ? " ahead " + QByteArray::number(event.count) : QByteArray()));
            break;
        case Kind::Go:
            add(event, "go " + QByteArray(hows[std::size_t(event.how)]) + (event.from ? " from #" + QByteArray::number(event.from) : QByteArray()));
            break;
        case Kind::Free: add(event, "free"); break;
        case Kind::Level:
            add(event, text(event, 0) + ' ' + number(event.value) + (event.slope != 0 ? " rising " + number(event.slope) : QByteArray())
                           + " of " + number(event.limit));
            break;
        case Kind::Attempt: add(event, "attempt " + QByteArray::number(event.number)); break;
        case Kind::AttemptEnd: add(event, "attempt ends"); break;
        case Kind::Mark: add(event, "mark " + text(event, 0)); break;
        case Kind::Join: add(event, "join #" + QByteArray::number(event.from)); break;
        case Kind::Arrive: add(event, "arrive"); break;
        case Kind::Dispatch: add(event, "dispatch"); break;
        case Kind::Settle: add(event, "settle"); break;
        default: break;
        }
    }

private:
    static constexpr std::array reasons{"", "slot", "token", "turn", "batch", "collect", "quiet", "window", "backoff", "pause", "server",
                                      "sleep", "work", "hedge"};
    static constexpr std::array hows{"granted", "elapsed", "rejected", "cancelled"};

    static QByteArray number(double value) { return QByteArray::number(value, 'g', 6); }
    static QByteArray milliseconds(std::chrono::nanoseconds time) { return number(double(time.count()) / 1e6); }
    static QByteArray text(const asyncade::TraceEvent &event, int index)
    {
        return QByteArray(event.texts[index].data(), qsizetype(event.texts[index].size()));
    }
    void add(const asyncade::TraceEvent &event, const QByteArray &what)
    {
        QByteArray who;
        if (event.span.request != 0)
            who = " #" + QByteArray::number(event.span.request);
        if (event.span.tryNumber != 1)
            who += '/' + QByteArray::number(event.span.tryNumber);
        if (event.span.copy != 0)
            who += '+' + QByteArray::number(event.span.copy);
        lines << milliseconds(event.time) + who + ' ' + what;
    }
};

} // namespace support
