// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace playground {

class WindowActions;

/// The help: every key and what the mouse does, and what the numbers, states and waits mean.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const WindowActions &actions, QWidget *parent = nullptr);
};

} // namespace playground
