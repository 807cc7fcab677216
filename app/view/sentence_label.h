// SPDX-License-Identifier: MIT
#pragma once

#include "view/sentence.h"

#include <QLabel>

namespace playground {

/// A sentence whose coloured values can be clicked, or reached with Tab and Enter. (One label of rich text, which wraps
/// at words and tells screen readers one sentence, rather than a label a word in a flow layout.) A long word is broken, and
/// a very long one shown without its middle, so that it fits into any width; the tool tip then has the whole sentence.
class SentenceLabel : public QLabel {
    Q_OBJECT

public:
    explicit SentenceLabel(QWidget *parent = nullptr);

    void setSentence(const Phrase &sentence);
    const Phrase &sentence() const { return m_sentence; }

signals:
    /// A value was chosen: its path, e.g. "pattern.limit".
    void valueChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showSentence();

    Phrase m_sentence;
};

} // namespace playground
