// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace playground {

class WindowActions;

/// Lists every key there is, of the window and of the timeline.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(const WindowActions &actions, QWidget *parent = nullptr);
};

} // namespace playground
