// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QMenu;
class QSpacerItem;

namespace playground {

class GalleryButton;
class IconButton;
class Slider;
class TextLabel;
class TimeField;
class ValueField;
class WindowActions;
struct PlaybackState;

/// The bar on top: menu, gallery, transport, time, speed, seed, theme.
class TransportBar : public QFrame {
    Q_OBJECT

public:
    TransportBar(WindowActions *actions, QMenu *menu, QWidget *parent = nullptr);

    GalleryButton *gallery() const { return m_gallery; }
    ValueField *seedField() const { return m_seed; }
    Slider *speedSlider() const { return m_speed; }
    IconButton *runButton() const { return m_run; }
    TimeField *timeField() const { return m_time; }
    /// The button that opens the inspector where it is a drawer.
    IconButton *detailsButton() const { return m_details; }

    void setState(const PlaybackState &state);
    QString timeText() const;
    void setSeed(quint64 seed);
    double speed() const { return m_speedValue; }
    void setSpeed(double speed);
    /// Which of the three ways of choosing colours holds.
    void setThemeIcon(const QString &icon);

    /// Where the menu of the Compare button opens, on the screen.
    QPoint belowCompare() const;

signals:
    void speedChanged(double speed);
    void seedEdited(quint64 seed);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTransport();
    void addSpeed();
    void addSeed();
    void addEnd();
    void addSeparator();
    void setNarrow(bool narrow);
    IconButton *addButton(const QString &icon, QAction *action);
    void showSpeed();
    void showRun();
    void setWallClock(bool on);
    static QString oneSpeed();
    void shareRoom();

    WindowActions *m_actions;
    GalleryButton *m_gallery;
    IconButton *m_run = nullptr, *m_clock = nullptr, *m_lock = nullptr, *m_compare = nullptr, *m_search = nullptr, *m_theme = nullptr, *m_details = nullptr;
    TimeField *m_time = nullptr;
    TextLabel *m_speedText = nullptr, *m_speedLabel = nullptr;
    Slider *m_speed = nullptr;
    ValueField *m_seed = nullptr;
    double m_speedValue = 0.5;
    double m_realSpeed = 0;
    QString m_runName;
    bool m_narrow = false;
    bool m_wallClock = false;
    int m_wideWidth = 0; // What all parts take at their full size.
    QList<QSpacerItem *> m_gaps; // Beside the separators.
};

} // namespace playground
