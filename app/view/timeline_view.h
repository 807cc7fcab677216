// SPDX-License-Identifier: MIT
#pragma once

#include "model/timeline.h"
#include "picture/timeline_geometry.h"
#include "picture/theme.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>
#include <optional>

class QUndoStack;

namespace playground {

class FindResult;
class Marks;
class PadField;
class Run;
enum class TimelineCommand;
struct Ghosts;
struct TimelineHit;

/// The timeline in the centre of the window: overview, ruler, marbles, lanes, counters and legend, painted by one
/// opaque widget.
///
/// Keys: arrows or W A S D (by position on the keyboard) pan and zoom, Ctrl+Up/Down zoom, 0 fit, F zoom to the
/// selection, Backspace previous zoom, Alt+Left/Right and Alt+Shift+Left/Right pull the start and the end of what is visible, J K next and previous span, Home and End the first and the last instant, M sets a
/// mark, Shift+M measures what is selected, Shift+Left/Right move the end of what is measured from edge to edge, Esc clears
/// what was measured, then the selection. The wheel zooms at the pointer, with Shift it pans; dragging pans, with Shift it
/// measures; the window in the overview can be dragged and pulled at both ends. A click or drag on the ruler, or at the
/// overview's playhead, wishes to see that instant. Where the source takes input, a click in the line IN is one.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /// 0: nothing is selected.
    quint32 selectedRequest() const;
    /// Index into Timeline::spans(), or noSpan.
    quint32 selectedSpan() const;
    /// Whether the visible range follows the growing run.
    bool isFollowing() const;
    const Run *run() const;
    /// Where a span lies in the view, noSpan: the request's lane; empty when it is out of view.
    QRect placeOf(quint32 request, quint32 span) const;
    /// 0 = A.
    qsizetype chosenStrip() const;
    /// Whether requests share rows, chosen or because they are many.
    bool arePacked() const;

    /// The marks that were set here. Those of another scenario come back with it.
    const Marks &marks() const;
    /// Where setting, renaming and removing marks can be undone. Not owned; nullptr: nowhere.
    void setUndoStack(QUndoStack *stack);
    const std::optional<TimeRange> &measured() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

    /// As setGhosts(), for the strips beside A, B first; nullptr or too few: there are none.
    void setGhostsBeside(const std::vector<Ghosts> &ghosts);

public slots:
    /// Shows this run from its start; not owned; nullptr = none. The selection stays where the new run has such a
    /// request.
    void setRun(const playground::Run *run);
    /// The same for the strips of a comparison, A first. One more or less changes nothing for the others.
    void setRuns(const std::vector<const playground::Run *> &runs);
    /// Selection, keys and the panels are about this strip from now on; the selected request stays selected.
    void chooseStrip(qsizetype strip);
    /// Opens a field for a strip's name in its header: Enter keeps it, Esc does not. A has no name of its own.
    void editStripName(qsizetype strip);
    /// The run has new records or a later present. Cheap; painting happens once a frame.
    void runAdvanced();
    /// Other runs to outline; not owned. Told again when they have grown.
    void setGhosts(const playground::Ghosts &ghosts);
    /// The theme otherwise follows the palette.
    void setTheme(const playground::Theme &theme);

    /// Selects a request's lane, and brings it into view; 0 = nothing.
    void select(quint32 request);
    /// Selects one span and brings it into view; noSpan = nothing.
    void selectSpan(quint32 span);
    /// Outlines a span as if the pointer were on it; noSpan = none.
    void hover(quint32 span);

    void zoomToFit();
    void zoomToSelection();
    void zoomBack();
    /// Keeps the live edge in view from now on.
    void follow();
    /// Lets requests share rows, or gives each its own, until another scenario is shown.
    void setPacked(bool packed);

    /// Dims everything that this lacks; nullptr: nothing. Not owned; tell it again when it has changed.
    void setFound(const playground::FindResult *found);
    /// Shows this piece as a band with its length; nothing: no band.
    void measure(const std::optional<playground::TimeRange> &piece);
    /// Measures the selected span or request, or what is visible where nothing is selected.
    void measureSelection();
    /// Sets a mark where the pointer is, or else at the present. One that stands there already can be renamed then.
    void setMark();
    void setMarkAt(qint64 t);
    /// Opens a field for the mark's name: Enter keeps it, Esc does not.
    void editMark(size_t index);
    void removeMark(size_t index);
    void removeMarks();
    /// Whether the source takes input: then a click in the line IN is one, and what is typed there goes to this field, which
    /// is not owned. While it is `recording`, so is a click on a marble, which selects it otherwise. nullptr: it takes none.
    void setInput(playground::PadField *field, bool recording);
    /// So many px of its height a bar above has taken for a while; the layout stays the one it would have with them.
    void setLentHeight(int height);
    /// Brings an instant into view.
    void reveal(qint64 t);
    /// The counter that is shown where there is room for one only.
    void showCounter(playground::Counter counter);
    /// Does what a key does. Nothing without a run.
    void obey(playground::TimelineCommand command);

signals:
    void stripChosen(qsizetype strip);
    void stripRenamed(qsizetype strip, const QString &name);
    /// The menu of a strip's header was asked for.
    void stripMenuRequested(qsizetype strip, const QPoint &globalPosition);
    /// request 0: nothing; span noSpan: the lane as a whole.
    void selectionChanged(quint32 request, quint32 span);
    /// The pointer is on a span; noSpan: on none.
    void hovered(quint32 request, quint32 span);
    void followingChanged(bool following);
    void packedChanged(bool packed);
    void measuredChanged();
    /// Esc was pressed, and there was nothing to clear any more.
    void nothingToClear();
    /// An input was made by a click in the line IN; the time stamp is that of its event.
    void tapped(quint64 timestamp);
    /// An instant is to be shown, no further than the run is recorded.
    void instantRequested(qint64 time);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class TimelineAccess;
    class Parts;

    void setSelection(quint32 request, quint32 span);
    void hoverIn(size_t strip, quint32 request, quint32 span);
    QString headerHelp(size_t strip) const;
    void closeNameField();
    void takeGhosts();
    void changeZoom(const std::function<void()> &change);
    void scrollTo(qint64 scroll);
    void scrollToRequest(quint32 request);
    void tellPacked();
    void setUpFollowButton();
    void placeFollowButton();
    void placeInputRow();
    bool takesInputAt(const QPoint &point) const;
    TimelineHit hitAt(const QPoint &point) const;
    void pointAt(const QPoint &point);
    void pressOverview(qint64 t);
    void requestInstant(qint64 time);
    void dragTo(const QPoint &point);
    void useWheel();
    QString helpAt(const QPoint &point) const;
    void openContextMenu(const QPoint &at);
    void openZoomMenu(const QPoint &at);
    void openCounterMenu(const QPoint &at);
    void measureTo(const QPoint &point);
    void moveMeasuredEnd(bool forward);
    void clearOne();
    std::optional<TimeRange> selectedPiece() const;
    void closeMarkEditor();
    void changeMarks(const std::function<void(Marks &)> &change);
    void takeMarks(const Marks &marks);
    void pullEnd(TimelineCommand command);

    std::unique_ptr<Parts> m_parts;
};

} // namespace playground
