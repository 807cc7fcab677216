// SPDX-License-Identifier: MIT
// Finds the drawings in marbles that pages and headers hold.
#pragma once

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <vector>

/// Rows that come in, what is done with them, and what comes out: "-a--b--|", "take(1)", "-(a|)". Rows may have names in front.
struct Drawing {
    QByteArray where; ///< "lib/docs/guide/streams.md:47"
    QByteArrayList in;
    QByteArray title;
    QByteArrayList out;
};

class DrawingReader {
public:
    explicit DrawingReader(const QString &root) : m_root(root) {}

    /// The ```marbles blocks of a page. A drawing in a block of another kind is no drawing: `strayLines` tells of those.
    void readPage(const QString &path)
    {
        bool code = false, marbles = false, quoted = false;
        read(path, [&](const QByteArray &line) {
            if (line.startsWith("```")) {
                code = !code;
                marbles = code && line == "```marbles";
                end();
                quoted = code && quoted;
            } else if (marbles) {
                add(line);
            } else if (code && !quoted && isRow(line) && !line.contains("//")) {
                m_stray.append(m_where + " " + line);
            } else if (!code && !line.isEmpty()) {
                quoted = line.startsWith("<!-- lib/examples/");
            }
        });
    }
    /// The drawings in the comments of a header.
    void readHeader(const QString &path)
    {
        read(path, [this](const QByteArray &line) {
            const QByteArray text = line.startsWith("///     ") ? line.mid(8) : QByteArray();
            if (isRow(text) || !m_current.in.isEmpty())
                add(text);
        });
    }

    const std::vector<Drawing> &drawings() const { return m_drawings; }
    const QByteArrayList &strayLines() const { return m_stray; }

private:
    static bool isRow(const QByteArray &line)
    {
        static const QRegularExpression row("^([A-Za-z][A-Za-z ]*  +)?(?=-|[^ ]*(--|[|)]$))(?=[^ ]*[-|])[-A-Za-z0-9()|#<>\\[\\]]+$");
        return row.match(QString::fromUtf8(line)).hasMatch();
    }
    static QByteArray withoutName(const QByteArray &line) { return line.mid(line.lastIndexOf(' ') + 1); }

    template <class F>
    void read(const QString &path, F each)
    {
        QFile file(m_root + '/' + path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        for (int number = 1; !file.atEnd(); ++number) {
            m_where = path.toUtf8() + ':' + QByteArray::number(number);
            QByteArray line = file.readLine();
            while (line.endsWith('\n') || line.endsWith(' '))
                line.chop(1);
            each(line);
        }
        end();
    }
    /// A blank line ends a drawing, and so does the title of the next one with the same rows in front.
    void add(const QByteArray &line)
    {
        if (line.isEmpty()) {
            end();
        } else if (!isRow(line)) {
            if (!m_current.title.isEmpty()) {
                const QByteArrayList in = m_current.in;
                end();
                m_current.in = in;
            }
            m_current.title = line;
            m_current.where = m_where;
        } else {
            (m_current.title.isEmpty() ? m_current.in : m_current.out).append(withoutName(line));
        }
    }
    void end()
    {
        if (!m_current.title.isEmpty() || !m_current.in.isEmpty())
            m_drawings.push_back(m_current);
        m_current = {};
    }

    QString m_root;
    QByteArray m_where;
    Drawing m_current;
    std::vector<Drawing> m_drawings;
    QByteArrayList m_stray;
};
