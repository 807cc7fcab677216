// SPDX-License-Identifier: MIT
#include <asyncade/semaphore.h>

#include <algorithm>

namespace asyncade {

namespace detail {

/// What a semaphore, its permits and its waiters share; counts its users, all on one thread.
class SemaphoreCore {
public:
    SemaphoreCore(int limit, std::string name, Part part) : m_name(std::move(name)), m_limit(limit), m_part(part) {}

    void addUser() noexcept { ++m_users; }
    void removeUser() noexcept
    {
        if (--m_users == 0)
            delete this;
    }

    bool hasFree() const noexcept { return m_held < m_limit; }
    int limit() const noexcept { return m_limit; }
    int available() const noexcept { return std::max(0, m_limit - m_held); }
    WaiterQueue &waiters() noexcept { return m_waiters; }
    const std::string &name() const noexcept { return m_name; }
    Part part() const noexcept { return m_part; }

    Permit take(Span holder) noexcept
    {
        ++m_held;
        return Permit(*this, holder);
    }
    void giveBack(Span holder) noexcept
    {
        --m_held;
        {
            const SpanScope scope(holder);
            report::free(m_part);
        }
        handOut(holder.request);
    }
    void setLimit(int limit)
    {
        m_limit = limit;
        handOut(0);
    }

private:
    void handOut(std::uint32_t from) noexcept
    {
        while (hasFree() && !m_waiters.empty()) {
            auto &waiter = static_cast<Semaphore::Awaiter &>(*m_waiters.takeFirst());
            waiter.m_permit = take(waiter.m_span);
            const ClockScope clock(waiter.clock());
            const SpanScope span(waiter.m_span);
            report::go(m_part, GoHow::Granted, from, WaitReason::Slot);
            waiter.wake();
        }
    }

    std::string m_name;
    WaiterQueue m_waiters;
    int m_limit;
    int m_held = 0;
    int m_users = 1;
    Part m_part;
};

namespace {

void checkLimit(int limit)
{
    if (limit < 1)
        throwInvalid("Semaphore", "a limit of at least 1", std::to_string(limit));
}

} // namespace
} // namespace detail

Permit::Permit(detail::SemaphoreCore &core, Span holder) noexcept : m_core(&core), m_holder(holder) { core.addUser(); }

Permit::Permit(Permit &&other) noexcept : m_core(std::exchange(other.m_core, nullptr)), m_holder(other.m_holder) {}

Permit &Permit::operator=(Permit &&other) noexcept
{
    if (this != &other) {
        release();
        m_core = std::exchange(other.m_core, nullptr);
        m_holder = other.m_holder;
    }
    return *this;
}

void Permit::release() noexcept
{
    if (detail::SemaphoreCore *core = std::exchange(m_core, nullptr)) {
        core->giveBack(m_holder);
        core->removeUser();
    }
}

Semaphore::Semaphore(int limit, std::string name, Part part)
    : m_core((detail::checkLimit(limit), new detail::SemaphoreCore(limit, std::move(name), part)))
{
}

Semaphore::~Semaphore()
{
    m_core->waiters().cancelAll();
    m_core->removeUser();
}

Semaphore::Acquire Semaphore::acquire(std::stop_token token) { return Acquire(*m_core, std::move(token)); }

Semaphore::Acquire Semaphore::acquireTold(std::stop_token token) { return Acquire(*m_core, std::move(token), true); }
Part Semaphore::part() const noexcept { return m_core->part(); }

std::optional<Permit> Semaphore::tryAcquire()
{
    if (!m_core->hasFree())
        return std::nullopt;
    report::go(m_core->part(), GoHow::Granted, 0, WaitReason::Slot);
    return m_core->take(currentSpan());
}

int Semaphore::limit() const noexcept { return m_core->limit(); }

void Semaphore::setLimit(int limit)
{
    detail::checkLimit(limit);
    m_core->setLimit(limit);
}

int Semaphore::available() const noexcept { return m_core->available(); }
std::size_t Semaphore::waiting() const noexcept { return m_core->waiters().size(); }

bool Semaphore::Awaiter::await_ready()
{
    if (!begin(m_token))
        return true;
    if (!m_core->hasFree())
        return false;
    report::go(m_core->part(), GoHow::Granted, 0, WaitReason::Slot);
    m_permit = m_core->take(currentSpan());
    return true;
}

void Semaphore::Awaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    m_span = currentSpan();
    if (!m_isTold)
        report::wait(m_core->part(), WaitReason::Slot, {}, std::uint32_t(m_core->waiters().size()));
    suspendIn(m_core->waiters(), coroutine, m_token);
}

Permit Semaphore::Awaiter::await_resume()
{
    finish();
    return std::move(m_permit);
}

void Semaphore::Awaiter::leave() noexcept
{
    QueuedWait::leave();
    const ClockScope scope(clock());
    const SpanScope span(m_span);
    report::go(m_core->part(), GoHow::Cancelled, 0, WaitReason::Slot);
}

bool Semaphore::Awaiter::giveUpWhenReady() noexcept
{
    m_permit.release();
    return true;
}

std::string Semaphore::Awaiter::describe() const
{
    return m_core->name().empty() ? "a permit of a semaphore" : "a permit of \"" + m_core->name() + "\"";
}

} // namespace asyncade
