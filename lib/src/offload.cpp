// SPDX-License-Identifier: MIT
#include <asyncade/offload.h>

#include <QThreadPool>

#include <algorithm>

namespace asyncade::detail {

void OffloadLine::ring(std::unique_lock<std::mutex> &lock)
{
    m_hasNews = true;
    std::stop_source bell = m_bell;
    lock.unlock(); // Whoever is woken may ask at once.
    bell.request_stop();
}

void OffloadLine::tell(Progress progress)
{
    std::unique_lock lock(m_mutex);
    if (m_news.ended)
        return;
    m_news.progress = progress;
    ring(lock);
}

void OffloadLine::tellBegun()
{
    std::unique_lock lock(m_mutex);
    m_begun = true;
    ring(lock);
}

void OffloadLine::tellEnded()
{
    std::unique_lock lock(m_mutex);
    m_news.ended = true;
    m_ended.notify_all();
    ring(lock);
}

void OffloadLine::nudge()
{
    std::unique_lock lock(m_mutex);
    ring(lock);
}

OffloadLine::News OffloadLine::take()
{
    const std::scoped_lock lock(m_mutex);
    m_hasNews = false;
    m_awaitsBegin = m_awaitsBegin && !m_begun && !m_news.ended;
    return {m_news.ended, std::exchange(m_news.progress, std::nullopt)};
}

bool OffloadLine::isQuiet(std::stop_token &news)
{
    const std::scoped_lock lock(m_mutex);
    if (m_hasNews)
        return false;
    m_bell = std::stop_source();
    news = m_bell.get_token();
    return true;
}

void OffloadLine::join()
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return m_news.ended; });
}

OffloadTask::OffloadTask(std::stop_token outer) : m_outer(std::move(outer)) { setAutoDelete(false); }

OffloadTask::~OffloadTask() = default; // The derived class has joined: the work uses its members.

void OffloadTask::Forward::operator()() const
{
    {
        const std::scoped_lock lock(task->m_causeMutex);
        task->m_cause = thread.cause ? *thread.cause : StopCause{};
    }
    task->m_stop.request_stop();
    task->m_line->nudge(); // It may not have begun: then it is taken back.
}

void OffloadTask::start()
{
    if (m_outer.stop_possible())
        m_link.emplace(m_outer, Forward{this}); // First: the work may be what stops it.
    m_running = true;
    m_tellsBegin = report::observed();
    if (m_tellsBegin)
        m_line->awaitBegin();
    QThreadPool::globalInstance()->start(this);
}

bool OffloadTask::takeBack()
{
    if (!m_running || !QThreadPool::globalInstance()->tryTake(this))
        return false;
    m_running = false;
    return true;
}

void OffloadTask::stopAndJoin()
{
    m_link.reset();
    if (!m_running)
        return;
    m_stop.request_stop();
    if (!takeBack())
        m_line->join();
    m_running = false;
}

StopCause OffloadTask::cause() const
{
    const std::scoped_lock lock(m_causeMutex);
    return m_cause;
}

void OffloadTask::run()
{
    // Once the end is told, this object may be gone.
    const std::shared_ptr<OffloadLine> line = m_line;
    if (!m_stop.stop_requested()) {
        m_begun = true;
        if (m_tellsBegin)
            line->tellBegun();
        execute(m_stop.get_token(), line);
    }
    line->tellEnded();
}

int offloadLimit(int maxConcurrency)
{
    if (maxConcurrency < 0)
        throwInvalid("offloadMap", "maxConcurrency of at least 0", std::to_string(maxConcurrency));
    return maxConcurrency > 0 ? maxConcurrency : std::max(1, QThreadPool::globalInstance()->maxThreadCount());
}

} // namespace asyncade::detail
