// SPDX-License-Identifier: MIT
#include "view/sentence_label.h"

#include "picture/theme.h"
#include "view/current_theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace playground {

namespace {

/// Longer words are shown without their middle.
constexpr qsizetype longestWord = 40;
/// The shortest line of the panel has room for this many wide letters; what is wider may be broken anywhere.
constexpr int widestWhole = 12;

/// A long word, shortened to its two ends.
QString shortened(const QString &word)
{
    if (word.size() <= longestWord)
        return word;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
    const auto border = [&](qsizetype at) {
        letters.setPosition(at);
        return letters.isAtBoundary() ? at : letters.toPreviousBoundary();
    };
    return word.left(border(longestWord * 2 / 3)) + QStringLiteral("…") + word.mid(border(word.size() - longestWord / 3));
}

/// A word, or if it is a long one, a word that may be broken between any two letters. (A label of rich text breaks at nothing but words, and is at
/// least as wide as its longest.)
QString breakable(const QString &word)
{
    if (word.size() <= widestWhole)
        return word;
    const QFontMetrics metrics(Theme::font(Role::SentenceValue));
    if (metrics.horizontalAdvance(word) <= metrics.horizontalAdvance(QString(widestWhole, u'W')))
        return word;
    QString text;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to >= 0; from = to, to = letters.toNextBoundary()) {
        if (from > 0)
            text += QChar(0x200B); // A space of no width.
        text += QStringView(word).mid(from, to - from);
    }
    return text;
}

/// What fits into any line.
QString fitting(const QString &text)
{
    static const QRegularExpression space(QStringLiteral("(\\s+)"));
    QString result;
    qsizetype done = 0;
    auto spaces = space.globalMatch(text);
    while (spaces.hasNext()) {
        const QRegularExpressionMatch match = spaces.next();
        result += breakable(shortened(text.mid(done, match.capturedStart() - done))) + match.captured();
        done = match.capturedEnd();
    }
    return result + breakable(shortened(text.mid(done)));
}

bool isShortened(const QString &text)
{
    static const QRegularExpression tooLong(QStringLiteral("\\S{%1,}").arg(longestWord + 1));
    return tooLong.match(text).hasMatch();
}

QString richText(const SentencePiece &piece, const Theme &theme)
{
    const QString text = fitting(piece.text).toHtmlEscaped();
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
    setWhatsThis(tr("The scenario in a sentence: Tab goes from value to value, Enter or a click changes one"));
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
    const QString whole = plainText(m_sentence);
    setAccessibleName(whole);
    const bool tellsAll = std::ranges::none_of(m_sentence, isShortened, &SentencePiece::text);
    setToolTip(tellsAll ? QString() : QStringLiteral("<p>%1</p>").arg(whole.toHtmlEscaped()));
}

void SentenceLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (mayChangeTheme(event))
        showSentence(); // The colours stand in the text.
}

} // namespace playground
