// SPDX-License-Identifier: MIT
#include "view/sentence_label.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QEvent>

namespace playground {

namespace {

QString richText(const SentencePiece &piece, const Theme &theme)
{
    const QString text = piece.text.toHtmlEscaped();
    switch (piece.style) {
    case SentencePiece::Style::Plain:
        return text;
    case SentencePiece::Style::Strong:
        return QStringLiteral("<span style='font-weight:600'>%1</span>").arg(text);
    case SentencePiece::Style::Value:
        break;
    }
    return QStringLiteral("<a href='%1' style='font-weight:600;text-decoration:none;color:%2'>%3</a>")
        .arg(piece.path.toHtmlEscaped(), theme.color(Token::AccentText).name(), text);
}

} // namespace

SentenceLabel::SentenceLabel(QWidget *parent)
    : QLabel(parent)
{
    setFont(Theme::font(Role::Sentence));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setWordWrap(true);
    connect(this, &QLabel::linkActivated, this, &SentenceLabel::valueChosen);
}

void SentenceLabel::setSentence(const Phrase &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    showSentence();
}

void SentenceLabel::showSentence()
{
    const Theme theme = currentTheme();
    QString text = QStringLiteral("<p style='margin:0;line-height:%1px'>").arg(Theme::lineHeight(Role::Sentence));
    for (const SentencePiece &piece : m_sentence)
        text += richText(piece, theme);
    setText(text + QStringLiteral("</p>"));
    setAccessibleName(plainText(m_sentence));
}

void SentenceLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (mayChangeTheme(event))
        showSentence(); // The colours stand in the text.
}

} // namespace playground
