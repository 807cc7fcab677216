// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace playground {

/// Colours the words of a JSON text: keys, texts, and numbers with true, false and null. Knows nothing of what is allowed.
class JsonColors : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit JsonColors(QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;
};

} // namespace playground
