// SPDX-License-Identifier: MIT
#include "model/text_store.h"

#include <string_view>

namespace playground {

namespace {

/// A page takes no more texts than fit; one that is longer has a page of its own.
constexpr size_t pageSize = size_t(1) << 16;

} // namespace

qint64 TextStore::add(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    keep(std::string_view(utf8.constData(), size_t(utf8.size())));
    return size() - 1;
}

void TextStore::keep(std::string_view utf8)
{
    if (m_pages.empty() || m_pages.back().size() + utf8.size() > pageSize) {
        m_pages.emplace_back();
        // The first page grows as it fills, so that a run of eight requests stays small.
        if (m_pages.size() > 1)
            m_pages.back().reserve(pageSize);
    }
    m_pages.back().append(utf8);
    m_places.push_back({quint32(m_pages.size() - 1), quint32(m_pages.back().size())});
}

std::string_view TextStore::bytes(qint64 index) const
{
    const Place &place = m_places[size_t(index)];
    const bool follows = index > 0 && m_places[size_t(index) - 1].page == place.page;
    const quint32 begin = follows ? m_places[size_t(index) - 1].end : 0;
    return std::string_view(m_pages[place.page]).substr(begin, place.end - begin);
}

QString TextStore::at(qint64 index) const
{
    const std::string_view utf8 = bytes(index);
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

void TextStore::append(const TextStore &other)
{
    for (qint64 i = 0; i < other.size(); ++i)
        keep(other.bytes(i));
}

bool operator==(const TextStore &a, const TextStore &b)
{
    if (a.size() != b.size())
        return false;
    for (qint64 i = 0; i < a.size(); ++i) {
        if (a.bytes(i) != b.bytes(i))
            return false;
    }
    return true;
}

} // namespace playground
