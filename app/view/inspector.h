// SPDX-License-Identifier: MIT
#pragma once

#include "model/run.h"

#include <QFrame>

class QScrollArea;

namespace playground {

class IconButton;
class NumbersPage;
class LogPage;
class PanelTabs;
class RequestDetails;
class RunSummary;
class Separator;
class TablePage;

/// The panel at the right: the details of what is selected, or of the run as a whole; the run as readable text; and its
/// requests as a table.
class Inspector : public QFrame {
    Q_OBJECT

public:
    /// Its pages.
    enum class Page { Details, Log, Table };

    explicit Inspector(QWidget *parent = nullptr);

    void setRun(const Run *run);
    /// The strips of a comparison, A first, of which one is shown: see RequestDetails. Followed by setRun().
    void setStrips(const std::vector<const Run *> &strips, size_t chosen);
    /// Shows this request and explains this span; request 0 = nothing is selected.
    void setSelection(quint32 request, quint32 span);
    quint32 request() const { return m_request; }
    /// The page of what was measured or found; setNumbersShown(true) brings it to the front, until a request is selected.
    NumbersPage *numbers() const { return m_numbers; }
    void setNumbersShown(bool shown);
    /// Shows what the run has come to, and how it stands.
    void refresh(PlaybackState::Phase phase);
    Page page() const;
    void showPage(Page page);
    LogPage *log() const { return m_log; }
    TablePage *table() const { return m_table; }
    /// As a drawer it has an edge of its own, and a button that closes it.
    void setDrawer(bool drawer);

signals:
    void stripChosen(qsizetype strip);
    void requestChosen(quint32 request);
    void spanChosen(quint32 span);
    void spanHovered(quint32 span);
    void zoomRequested();
    void closeRequested();

private:
    QScrollArea *scrolled(QWidget *page);
    QWidget *makeFooter();
    QWidget *makeDetails();

    void refresh();

    const Run *m_run = nullptr;
    PlaybackState::Phase m_phase = PlaybackState::Phase::Ready;
    quint32 m_request = 0;
    quint32 m_span = noSpan;
    RequestDetails *m_details;
    RunSummary *m_summary;
    NumbersPage *m_numbers;
    QScrollArea *m_detailsPage, *m_summaryPage, *m_numbersPage;
    bool m_hasNumbers = false, m_numbersFirst = false;
    QWidget *m_footer;
    PanelTabs *m_tabs;
    LogPage *m_log;
    TablePage *m_table;
    Separator *m_edge; // Between a drawer and what lies under it.
    IconButton *m_close;
};

} // namespace playground
