// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QSplitter;

namespace playground {

/// Where the parts of the window stand: transport on top, three panels side by side, metrics and status below. In a
/// narrow window the right panel is a drawer over the timeline.
class WindowLayout : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        QWidget *transport, *problem, *scenario, *timeline, *inspector, *metrics, *status;
    };
    explicit WindowLayout(const Parts &parts, QWidget *parent = nullptr);

    bool isDrawer() const { return m_drawer; }
    bool isInspectorShown() const { return m_shown; }
    /// Opens or closes the drawer; where the inspector is no drawer it is always shown.
    void showInspector(bool shown);
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    /// It became a drawer or ceased to be one, or was shown or hidden.
    void inspectorChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setDrawer(bool drawer);
    void placeDrawer();

    Parts m_parts;
    QSplitter *m_splitter;
    bool m_drawer = false;
    bool m_shown = true;
};

} // namespace playground
