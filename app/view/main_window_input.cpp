// SPDX-License-Identifier: MIT
// Keys, focus and files dropped onto the window.
#include "view/main_window_parts.h"

#include "view/focus_guide.h"
#include "view/source_card.h"
#include "view/tape_buttons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QStatusTipEvent>

namespace playground {

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Enter presses the button that has the focus, as Space does.
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (enters && button && !m_parts->forwarding && !(event->modifiers() & ~Qt::KeypadModifier)) {
        if (!event->isAutoRepeat())
            button->click();
        return;
    }
    // Keys that nobody wanted belong to the timeline, wherever the focus is.
    if (m_parts->forwarding || m_parts->timeline->hasFocus())
        return QMainWindow::keyPressEvent(event);
    m_parts->forwarding = true;
    QApplication::sendEvent(m_parts->timeline, event);
    m_parts->forwarding = false;
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::StatusTip) {
        const QString tip = static_cast<QStatusTipEvent *>(event)->tip();
        if (!tip.isEmpty())
            m_parts->status->setNotice(tip);
        return true;
    }
    // Space presses the button that has the focus; without this the window's own Space would come first.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier &&
            qobject_cast<QAbstractButton *>(focusWidget()))
            key->accept();
    }
    return QMainWindow::event(event);
}

/// Where input can be made, and whether it is recorded.
void MainWindow::showInput()
{
    const bool isTape = scenario().source.id() == u"tape", recording = m_parts->state.recording;
    m_parts->pad->setVisible(isTape);
    m_parts->pad->setRecording(recording);
    m_parts->timeline->setInput(isTape ? m_parts->pad->field() : nullptr, recording);
    m_parts->scenario->sourceCard()->tape()->setRecording(recording);
    m_parts->actions->record->setEnabled(isTape);
    m_parts->actions->tap->setEnabled(isTape);
}

void MainWindow::replayTape()
{
    if (m_parts->state.recording)
        emit recordingEndRequested();
    startAgain();
    emit runRequested();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = droppedFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    if (m_parts->files->mayReplace())
        openFile(file);
}

QString MainWindow::droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString file = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive) ? file : QString();
}

void MainWindow::explainFocus()
{
    const QWidget *now = QApplication::focusWidget();
    const bool explains = now && m_parts->layout->isAncestorOf(now) && now != m_parts->timeline;
    m_parts->status->setExplanation(explains ? explanationOf(now, m_parts->layout) : QString());
}

} // namespace playground
