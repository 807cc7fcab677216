// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace playground {

/// A field in which every key counts: it tells each with the text after it. Keys with Ctrl, Alt or Meta, and those that
/// move the focus, do what they do elsewhere.
class PadField : public QLineEdit {
    Q_OBJECT

public:
    explicit PadField(QWidget *parent = nullptr);

    /// Whether the key is an input, rather than a command or one that types nothing.
    static bool isInput(const QKeyEvent &event);

signals:
    /// A key is about to be typed.
    void typing();
    /// `key` is what a cap would say: "q", "␣", "⌫"; `timestamp` is that of the event, ms, 0 = unknown.
    void typed(const QString &key, const QString &text, quint64 timestamp);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
};

} // namespace playground
