// SPDX-License-Identifier: MIT
#include <asyncade/channel.h>

#include <asyncade/virtual_clock.h>

#include <QTest>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace asyncade;

namespace {

struct Caller {
    std::stop_source stop;
    bool sends = false;
    int sent = 0, received = 0, ended = 0, cancelled = 0, refused = 0;
    bool stopAsked = false;
    int settled() const { return sent + received + ended + cancelled + refused; }
};

/// One random history of a channel: senders and receivers come, are stopped, are resumed now and then; in the end it is closed, or
/// it dies. Values are numbered in the order in which they are offered, so their order tells whether anybody overtook.
class History {
public:
    explicit History(std::uint64_t seed) : m_random(seed), m_channel(std::in_place, capacityDrawn()) { m_callers.resize(most); }

    /// Empty, or what went wrong.
    std::string run()
    {
        for (int step = 0; step < 80 && m_problem.empty(); ++step) {
            doOne();
            check();
        }
        finish();
        return m_problem;
    }

private:
    static constexpr std::size_t most = 60;

    std::size_t draw(std::size_t below) { return std::size_t(m_random() % below); }
    std::size_t capacityDrawn()
    {
        const std::size_t drawn = draw(5);
        return drawn == 4 ? unbounded : drawn;
    }

    QCoro::Task<> send(Caller &caller, int value)
    {
        caller.sends = true;
        try {
            co_await m_channel->send(value, caller.stop.get_token());
            ++caller.sent;
            m_sent.insert(value);
        } catch (const Cancelled &) {
            ++caller.cancelled;
            m_withdrawn.insert(value);
        } catch (const ChannelClosed &) {
            ++caller.refused;
            m_withdrawn.insert(value);
        }
    }
    QCoro::Task<> receive(Caller &caller)
    {
        try {
            if (const auto item = co_await m_channel->next(caller.stop.get_token())) {
                ++caller.received;
                m_received.push_back(*item);
            } else {
                ++caller.ended;
                if (!m_channel->isClosed() || m_channel->size() > 0 || m_channel->sending() > 0)
                    fail("a receiver was told of the end before the end");
            }
        } catch (const Cancelled &) {
            ++caller.cancelled;
        }
    }

    void doOne()
    {
        switch (draw(10)) {
        case 0:
        case 1:
        case 2:
            if (m_started < most)
                send(m_callers[m_started++], ++m_offered);
            break;
        case 3:
        case 4:
            if (m_started < most)
                receive(m_callers[m_started++]);
            break;
        case 5:
            if (m_started > 0) {
                Caller &caller = m_callers[draw(m_started)];
                caller.stopAsked = true;
                caller.stop.request_stop();
            }
            break;
        case 6:
            m_channel->setCapacity(capacityDrawn());
            break;
        case 7:
            if (m_channel->trySend(m_offered + 1))
                m_sent.insert(++m_offered);
            else if (const auto item = m_channel->tryNext())
                m_received.push_back(*item);
            break;
        case 8:
            if (draw(8) == 0)
                m_channel->close();
            break;
        default:
            m_clock.run();
        }
    }

    void check()
    {
        if (!std::ranges::is_sorted(m_received))
            fail("items were received out of order");
        if (m_channel->receiving() > 0 && m_channel->sending() > 0)
            fail("one waits to send while another waits to receive");
    }

    void finish()
    {
        if (!m_problem.empty())
            return;
        const bool dies = draw(4) == 0;
        if (dies) {
            m_channel.reset();
            m_clock.run();
        } else {
            m_channel->close();
            m_clock.run();
            while (const auto item = m_channel->tryNext())
                m_received.push_back(*item);
            m_clock.run();
        }
        if (!std::ranges::is_sorted(m_received) || std::ranges::adjacent_find(m_received) != m_received.end())
            fail("items were received out of order or twice");
        for (const int value : m_received) {
            if (!m_sent.contains(value))
                fail("item " + std::to_string(value) + " was received, but its sender was told that it was not sent");
        }
        if (!dies && m_received.size() != m_sent.size())
            fail(std::to_string(m_sent.size()) + " were sent and " + std::to_string(m_received.size()) + " received");
        if (m_sent.size() + m_withdrawn.size() != std::size_t(m_offered))
            fail("a sender was told nothing");
        for (std::size_t i = 0; i < m_started; ++i) {
            const Caller &caller = m_callers[i];
            if (caller.settled() != 1)
                fail("caller " + std::to_string(i) + " settled " + std::to_string(caller.settled()) + " times");
            if (caller.cancelled && !caller.stopAsked && !dies)
                fail("caller " + std::to_string(i) + " was cancelled though nobody asked");
        }
    }

    void fail(const std::string &problem)
    {
        if (m_problem.empty())
            m_problem = problem;
    }

    VirtualClock m_clock;
    std::mt19937_64 m_random;
    std::optional<Channel<int>> m_channel;
    std::vector<Caller> m_callers;
    std::size_t m_started = 0;
    int m_offered = 0;
    std::vector<int> m_received;
    std::set<int> m_sent, m_withdrawn;
    std::string m_problem;
};

} // namespace

class ChannelPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void losesNothingAndKeepsTheOrderInRandomHistories();
};

void ChannelPropertyTest::losesNothingAndKeepsTheOrderInRandomHistories()
{
    for (std::uint64_t seed = 1; seed <= 10'000; ++seed) {
        const std::string problem = History(seed).run();
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

QTEST_GUILESS_MAIN(ChannelPropertyTest)
#include "channel_property_test.moc"
