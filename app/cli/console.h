// SPDX-License-Identifier: MIT
#pragma once

class QIODevice;
class QString;

namespace playground {

/// What a terminal can show.
struct TerminalStyle {
    int width = 100;
    bool colour = false;
    bool unicode = false;
};

/// Where the commands write: the program's two streams, and how the first one shows text.
class Console {
public:
    Console(QIODevice &out, QIODevice &error, TerminalStyle style) : m_out(out), m_error(error), m_style(style) {}

    /// Writes text to stdout. Throws BadInput when that is not possible (a full disk behind it, for example).
    void print(const QString &text);
    /// Writes out what is still kept back. Throws BadInput like print().
    void finish();
    /// Writes one sentence to stderr, with the program's name before it.
    void complain(const QString &sentence);
    QIODevice &out() { return m_out; }
    const TerminalStyle &style() const { return m_style; }

private:
    [[noreturn]] void fail() const;

    QIODevice &m_out;
    QIODevice &m_error;
    TerminalStyle m_style;
};

/// The style of this process's stdout: plain unless it is a terminal; NO_COLOR, TERM, the locale and COLUMNS are heeded.
TerminalStyle terminalStyle();

} // namespace playground
