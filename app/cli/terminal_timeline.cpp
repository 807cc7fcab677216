// SPDX-License-Identifier: MIT
#include "cli/terminal_timeline.h"

#include "cli/console.h"
#include "cli/terminal_canvas.h"
#include "model/duration.h"
#include "model/run.h"

#include <QCoreApplication>
#include <QMap>

namespace playground {

namespace {

constexpr qsizetype maxRows = 40;
constexpr int gutterRoom = 2;
constexpr qsizetype longestName = 14; // Characters of a request's own name.
constexpr int endRoom = 14;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TerminalTimeline)
};

struct OutcomeLook {
    const char *unicode;
    char ascii;
    SpanState state;
};

OutcomeLook outcomeLook(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Succeeded: return {"✓", '+', SpanState::Succeeded};
    case RequestOutcome::Failed: return {"✗", 'x', SpanState::Failed};
    case RequestOutcome::TimedOut: return {"◷", 't', SpanState::TimedOut};
    case RequestOutcome::Cancelled: return {"╱", 'c', SpanState::Cancelled};
    case RequestOutcome::Dropped: return {"⌀", 'd', SpanState::Queued};
    case RequestOutcome::Pending: break;
    }
    return {"…", '?', SpanState::Running};
}

QString outcomeSign(RequestOutcome outcome, const TerminalStyle &style)
{
    const OutcomeLook look = outcomeLook(outcome);
    const QString sign = style.unicode ? QString::fromUtf8(look.unicode) : QString(QLatin1Char(look.ascii));
    return coloured(sign, lookOf(look.state).colour, style);
}

/// Words for the legend; in the order of SpanState.
QString stateWord(SpanState state)
{
    switch (state) {
    case SpanState::Queued: return Tr::tr("queued");
    case SpanState::Token: return Tr::tr("waits for a token");
    case SpanState::Backoff: return Tr::tr("back-off");
    case SpanState::Running: return Tr::tr("running");
    case SpanState::Succeeded: return Tr::tr("succeeded");
    case SpanState::Failed: return Tr::tr("failed");
    case SpanState::TimedOut: return Tr::tr("timed out");
    case SpanState::Cancelled: return Tr::tr("cancelled");
    }
    return {};
}

/// Draws one run; holds what its lines share.
class Drawing {
public:
    Drawing(const Run &run, const TerminalStyle &style)
        : m_run(run)
        , m_style(style)
        , m_requests(qMax<qsizetype>(requestCount(run.scenario()), 0))
        , m_group(qMax<qsizetype>(1, (m_requests + maxRows - 1) / maxRows))
        , m_gutter(longestLabel() + gutterRoom)
        , m_scale(run.now(), qMax(20, style.width - qMax(m_gutter, captionWidth()) - endRoom))
    {
        m_gutter = qMax(m_gutter, captionWidth());
    }

    QString text()
    {
        QString drawn = titleText() + u'\n' + line({}, rulerText(m_scale), {});
        drawn += line(Tr::tr("IN"), marbles(m_run.timeline().in()), {});
        for (qsizetype row = 0; row * m_group < m_requests; ++row)
            drawn += line(labelOf(row), rowText(row), endText(row));
        drawn += line(Tr::tr("OUT"), marbles(m_run.timeline().out()), {});
        drawn += counter(Tr::tr("in flight"), m_run.timeline().inFlight(), SpanState::Running);
        drawn += counter(Tr::tr("queued"), m_run.timeline().queued(), SpanState::Queued);
        return drawn + legend();
    }

private:
    int captionWidth() const { return int(qMax(Tr::tr("in flight").size(), Tr::tr("queued").size())) + gutterRoom; }

    /// Cut to the width of the terminal.
    QString titleText() const
    {
        const QString &title = m_run.scenario().title;
        const QString dots = m_style.unicode ? QStringLiteral("…") : QStringLiteral("...");
        const int room = qMax(20, m_style.width);
        return title.size() <= room ? title : title.left(room - dots.size()).trimmed() + dots;
    }

    QString labelOf(qsizetype row) const
    {
        const qsizetype first = row * m_group + 1;
        const qsizetype last = qMin(first + m_group - 1, m_requests);
        if (first < last)
            return QStringLiteral("#%1-%2").arg(first).arg(last);
        const QString number = QStringLiteral("#%1").arg(first);
        // What stands in a list has a name of its own.
        const bool named = m_run.scenario().source.id() == QStringLiteral("list") && first <= m_requests;
        return named ? number + u' ' + requestText(m_run.scenario(), first).left(longestName) : number;
    }

    int longestLabel() const
    {
        qsizetype longest = labelOf(0).size();
        for (qsizetype row = 0; row * m_group < m_requests; ++row)
            longest = qMax(longest, labelOf(row).size());
        return int(longest);
    }

    QString line(const QString &label, const QString &content, const QString &end) const
    {
        QString text = label.leftJustified(m_gutter) + content + (end.isEmpty() ? QString() : u' ' + end);
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    }

    QString rowText(qsizetype row)
    {
        TerminalRow cells(m_scale.columns());
        forLanes(row, [&](const Lane &lane) {
            for (const Span &span : m_run.timeline().spansOf(lane)) {
                cells.add(span, m_run.now(), m_scale);
                m_seen[span.state] = true;
            }
        });
        return cells.text(m_style);
    }

    /// How the row's requests ended: the time one took, or how many ended how.
    QString endText(qsizetype row) const
    {
        QMap<RequestOutcome, int> counts;
        qint64 latency = 0;
        forLanes(row, [&](const Lane &lane) {
            ++counts[lane.outcome];
            latency = lane.settled >= 0 && lane.arrived >= 0 ? lane.settled - lane.arrived : -1;
        });
        QStringList words;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            words << outcomeSign(it.key(), m_style);
            if (m_group > 1)
                words << QString::number(it.value());
            else if (latency >= 0)
                words << displayDuration(latency);
        }
        return words.join(u' ');
    }

    template <typename Visit>
    void forLanes(qsizetype row, Visit visit) const
    {
        const auto &lanes = m_run.timeline().lanes();
        const qsizetype end = qMin((row + 1) * m_group, qsizetype(lanes.size()));
        for (qsizetype i = row * m_group; i < end; ++i)
            visit(lanes[size_t(i)]);
    }

    /// One sign a cell: a marble, or how many there are.
    template <typename Marbles>
    QString marbles(const Marbles &all)
    {
        std::vector<int> counts(size_t(m_scale.columns()));
        for (const Marble &marble : all)
            ++counts[size_t(m_scale.column(marble.t))];
        QString line;
        for (const int count : counts) {
            if (count == 0)
                line += u' ';
            else if (count == 1)
                line += m_style.unicode ? u'●' : u'o';
            else
                line += count <= 9 ? QChar(u'0' + count) : QChar(u'+');
            m_hasMany = m_hasMany || count > 9;
        }
        return line;
    }

    template <typename Steps>
    QString counter(const QString &caption, const Steps &steps, SpanState state) const
    {
        std::vector<int> values(size_t(m_scale.columns()));
        int max = 0;
        qint64 since = 0;
        int value = 0;
        const auto fill = [&](qint64 until) {
            const int last = qMax(m_scale.column(since), m_scale.boundary(until) - 1);
            for (int i = m_scale.column(since); until > since && i <= last; ++i)
                values[size_t(i)] = qMax(values[size_t(i)], value);
            if (until > since)
                max = qMax(max, value);
        };
        for (const Step &step : steps) {
            fill(step.t);
            since = step.t;
            value = step.value;
        }
        fill(m_run.now());
        if (max == 0)
            return {};
        return line(caption, coloured(counterText(values, max, m_style), lookOf(state).colour, m_style), Tr::tr("max %1").arg(max));
    }

    /// The signs that occur and what they mean, in as many lines as they need.
    QString legend() const
    {
        static const QString gap = QStringLiteral("   ");
        QString lines, current;
        int used = m_gutter;
        const auto add = [&](const QString &sign, const QString &shownSign, const QString &word) {
            const int width = int(gap.size() + sign.size() + 1 + word.size());
            if (!current.isEmpty() && used + width > m_style.width) {
                lines += line({}, current, {});
                current.clear();
                used = m_gutter;
            }
            current += (current.isEmpty() ? QString() : gap) + shownSign + u' ' + word;
            used += width;
        };
        for (auto it = m_seen.cbegin(); it != m_seen.cend(); ++it) {
            const QString sign = signOf(it.key(), m_style).repeated(2);
            add(sign, coloured(sign, lookOf(it.key()).colour, m_style), stateWord(it.key()));
        }
        if (m_hasMany)
            add(QStringLiteral("+"), QStringLiteral("+"), Tr::tr("in IN and OUT: more than 9 at once"));
        return current.isEmpty() ? lines : lines + line({}, current, {});
    }

    const Run &m_run;
    const TerminalStyle &m_style;
    qsizetype m_requests;
    qsizetype m_group; ///< Requests a row.
    int m_gutter;
    TerminalScale m_scale;
    QMap<SpanState, bool> m_seen;
    bool m_hasMany = false; ///< Whether a cell of IN or OUT stands for more requests than a digit can say.
};

} // namespace

QString drawTimeline(const Run &run, const TerminalStyle &style) { return Drawing(run, style).text(); }

} // namespace playground
