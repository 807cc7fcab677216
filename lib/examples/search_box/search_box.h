// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/debouncer.h>
#include <asyncade/keep_latest.h>
#include <asyncade/task_scope.h>

#include <QCoroTask>
#include <QWidget>

#include <functional>
#include <stop_token>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;

/// A search as one types. The source is asked when there has been no key for 250 ms, or at once with Enter; each key stops the search
/// under way, and greys the hits until those of the new text are there. Down and Up move through them, Escape clears.
class SearchBox : public QWidget {
    Q_OBJECT

public:
    /// Gives the hits for a text, and obeys its token. What it throws is shown.
    using Source = std::function<QCoro::Task<QStringList>(QString text, std::stop_token token)>;

    explicit SearchBox(Source source, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void edited(const QString &text);
    QCoro::Task<> search(QString text, std::stop_token token);
    void showHits(const QString &text, const QStringList &hits);
    void moveBy(int rows);

    Source m_source;
    QLineEdit *m_edit;
    QProgressBar *m_busy;
    QListWidget *m_hits;
    QLabel *m_status;
    asyncade::KeepLatest m_latest;
    asyncade::Debouncer<std::function<void(QString)>> m_typed;
    asyncade::TaskScope m_searches; // The last member: what still runs is unwound while the others are there.
};
