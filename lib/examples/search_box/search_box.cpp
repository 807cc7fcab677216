// SPDX-License-Identifier: MIT
#include "search_box.h"

#include "hit_delegate.h"

#include <asyncade/clock.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace asyncade;
using namespace std::chrono_literals;

SearchBox::SearchBox(Source source, QWidget *parent)
    : QWidget(parent), m_source(std::move(source)), m_edit(new QLineEdit), m_busy(new QProgressBar), m_hits(new QListWidget),
      m_status(new QLabel),
      m_typed([this](QString text) { m_searches.spawn("search", call(&SearchBox::search, this, text)); }, {.delay = 250ms})
{
    setWindowTitle(tr("Birds"));
    m_edit->setPlaceholderText(tr("Find a bird"));
    m_edit->setAccessibleName(tr("Find a bird"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_busy->setTextVisible(false);
    m_busy->setRange(0, 0);
    m_busy->setFixedHeight(3);
    QSizePolicy keepsItsPlace = m_busy->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_busy->setSizePolicy(keepsItsPlace);
    m_hits->setAccessibleName(tr("Hits"));
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_hits->setFocusPolicy(Qt::NoFocus); // The keys go to the text.
    m_hits->setUniformItemSizes(true);
    m_hits->setItemDelegate(new HitDelegate(m_hits));

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_busy), static_cast<QWidget *>(m_hits),
                          static_cast<QWidget *>(m_status)})
        layout->addWidget(part);
    QFont large = m_edit->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_edit->setFont(large);
    m_edit->setTextMargins(6, 6, 6, 6);
    m_status->setForegroundRole(QPalette::PlaceholderText);

    connect(m_edit, &QLineEdit::textChanged, this, &SearchBox::edited);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { m_typed.flush(); });
    edited({});
}

void SearchBox::edited(const QString &text)
{
    m_latest.cancel(); // Nobody wants its answer any more.
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) {
        m_typed.cancel();
        showHits({}, {});
        m_status->setText(tr("Type a part of its name."));
        return;
    }
    m_busy->show();
    m_hits->setEnabled(false);
    m_status->setText(tr("…"));
    m_typed(wanted);
}

QCoro::Task<> SearchBox::search(QString text, std::stop_token token)
{
    m_status->setText(tr("Searching for “%1” …").arg(text));
    const std::chrono::nanoseconds begun = Clock::current().now();
    QString problem;
    try {
        const QStringList hits = co_await m_latest.run(call(m_source, text), token);
        showHits(text, hits);
        const QString birds = hits.size() == 1 ? tr("1 bird") : tr("%1 birds").arg(hits.size());
        m_status->setText(tr("%1 in %2 ms").arg(birds).arg((Clock::current().now() - begun) / 1ms));
        co_return;
    } catch (const Cancelled &) {
        throw;
    } catch (const std::exception &error) {
        problem = QString::fromUtf8(error.what());
    }
    showHits({}, {});
    m_status->setText(tr("No answer: %1. Change the text to try again.").arg(problem));
}

void SearchBox::showHits(const QString &text, const QStringList &hits)
{
    m_busy->hide();
    m_hits->setEnabled(true);
    m_hits->clear();
    m_hits->addItems(hits);
    for (int row = 0; row < m_hits->count(); ++row)
        m_hits->item(row)->setData(HitDelegate::MarkedText, text);
    m_hits->setCurrentRow(0);
}

void SearchBox::moveBy(int rows)
{
    const int last = m_hits->count() - 1;
    if (last >= 0)
        m_hits->setCurrentRow(std::clamp(m_hits->currentRow() + rows, 0, last));
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: moveBy(1); return true;
        case Qt::Key_Up: moveBy(-1); return true;
        case Qt::Key_Escape: m_edit->clear(); return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}
