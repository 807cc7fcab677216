// SPDX-License-Identifier: MIT
#pragma once

#include "view/sentence.h"

#include <QWidget>

class QVBoxLayout;

namespace playground {

class KindButton;
class SentenceLabel;
class MoreButton;

/// One station of the scenario panel: a dot on the rail, its caption, a part of the sentence, and the cards below.
class PanelSection : public QWidget {
    Q_OBJECT

public:
    explicit PanelSection(const QString &caption, QWidget *parent = nullptr);

    void setSentence(const Phrase &sentence);
    void addCard(QWidget *card);
    QVBoxLayout *cards() const { return m_cards; }
    /// The last station's rail ends at its dot.
    void setLast(bool last);
    /// Offers to show more, or takes the offer back.
    void setHasMore(bool hasMore);
    void setOpen(bool open);

signals:
    void valueChosen(const QString &path);
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_cards;
    MoreButton *m_more; // Above the sentence, and before it for the Tab key.
    SentenceLabel *m_sentence;
    bool m_last = false;
};

} // namespace playground
