// SPDX-License-Identifier: MIT
#pragma once

#include "model/chunked_vector.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace playground {

/// Many short texts, kept in UTF-8 one behind the other: without an allocation for each, and never moved, as a million labels in one
/// string would be when it grows, which needs the memory twice. Append-only.
class TextStore {
public:
    qint64 size() const { return qint64(m_places.size()); }
    /// Keeps `text` and returns its index.
    qint64 add(const QString &text);
    /// The text with this index, which must be one.
    QString at(qint64 index) const;
    /// Keeps all texts of `other`, behind those that are here.
    void append(const TextStore &other);

    /// Whether they hold the same texts, however they came.
    friend bool operator==(const TextStore &a, const TextStore &b);

private:
    struct Place {
        quint32 page;
        quint32 end; ///< It begins where the one before ends, or with its page.
    };
    std::string_view bytes(qint64 index) const;
    void keep(std::string_view utf8);

    std::vector<std::string> m_pages;
    ChunkedVector<Place> m_places;
};

} // namespace playground
