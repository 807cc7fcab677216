// SPDX-License-Identifier: MIT
#include <asyncade/detail/signal_wait.h>

#include <QByteArray>
#include <QString>

namespace asyncade::detail {

SignalOrigin::SignalOrigin(const char *helper, const QObject *sender, const QMetaMethod &signal, const QMetaObject &of, Part part)
    : m_sender(sender), m_signal(signal), m_part(part)
{
    if (!sender)
        throwInvalid(helper, "a sender", "a null pointer");
    if (m_signal.methodType() != QMetaMethod::Signal)
        throwInvalid(helper, (QByteArray("a signal of ") + of.className()).constData(), "a function that is none");
}

std::string SignalOrigin::describe() const
{
    std::string text = "the signal " + m_signal.name().toStdString() + " of ";
    if (!m_sender)
        return text + "an object that is gone";
    text += m_sender->metaObject()->className();
    return m_sender->objectName().isEmpty() ? text : text + " \"" + m_sender->objectName().toStdString() + '"';
}

void SignalWait::suspendAmong(WaiterQueue &waiters, std::coroutine_handle<> coroutine)
{
    m_span = currentSpan();
    report::wait(m_origin.part(), WaitReason::Turn, {}, std::uint32_t(waiters.size()));
    suspendIn(waiters, coroutine, m_token);
}

void SignalWait::letGo() noexcept
{
    const ClockScope scope(clock());
    const SpanScope span(m_span);
    report::go(m_origin.part(), GoHow::Granted, 0, WaitReason::Turn);
    wake();
}

void SignalWait::leave() noexcept
{
    QueuedWait::leave();
    const ClockScope scope(clock());
    const SpanScope span(m_span);
    report::go(m_origin.part(), GoHow::Cancelled, 0, WaitReason::Turn);
}

void SignalReceiver::wakeOne() noexcept
{
    if (QueuedWait *waiter = m_waiters.takeFirst())
        static_cast<SignalWait *>(waiter)->letGo();
}

void SignalReceiver::wakeAll() noexcept
{
    while (!m_waiters.empty())
        wakeOne();
}

} // namespace asyncade::detail
