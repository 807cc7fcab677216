// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef> // Before <compare>: moc of Qt 6.4 cannot read GCC 12's <compare> as the first header of a file.

#include <compare>
#include <iterator>
#include <vector>

namespace playground {

/// An append-only list with random access that never moves what it holds: it grows chunk by chunk. A vector of
/// 7,000,000 records would copy 134 MB at its last growth, which stops the window for a frame or ten and needs the
/// memory twice.
///
///     ChunkedVector<Record> records;
///     records.push_back(record);
///     for (const Record &r : records) use(r);
template <typename T>
class ChunkedVector {
    template <bool Const>
    class Iterator;

public:
    using value_type = T;
    using size_type = std::size_t;
    using const_iterator = Iterator<true>;
    using iterator = Iterator<false>;

    size_type size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T &operator[](size_type i) const { return m_chunks[i >> chunkBits][i & chunkMask]; }
    T &operator[](size_type i) { return m_chunks[i >> chunkBits][i & chunkMask]; }
    const T &back() const { return (*this)[m_size - 1]; }
    T &back() { return (*this)[m_size - 1]; }
    const T &front() const { return (*this)[0]; }
    const_iterator begin() const { return {this, 0}; }
    const_iterator end() const { return {this, std::ptrdiff_t(m_size)}; }
    iterator begin() { return {this, 0}; }
    iterator end() { return {this, std::ptrdiff_t(m_size)}; }

    void push_back(const T &value)
    {
        if ((m_size & chunkMask) == 0) {
            m_chunks.emplace_back();
            // The first chunk grows as it fills, so that a run of eight requests stays small.
            if (m_chunks.size() > 1)
                m_chunks.back().reserve(chunkSize);
        }
        m_chunks.back().push_back(value);
        ++m_size;
    }

    void clear()
    {
        m_chunks.clear();
        m_size = 0;
    }

    friend bool operator==(const ChunkedVector &, const ChunkedVector &) = default;

private:
    static constexpr size_type chunkBits = 12;
    static constexpr size_type chunkSize = size_type(1) << chunkBits;
    static constexpr size_type chunkMask = chunkSize - 1;

    template <bool Const>
    class Iterator {
        using Owner = std::conditional_t<Const, const ChunkedVector, ChunkedVector>;

    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = std::conditional_t<Const, const T &, T &>;
        using pointer = std::conditional_t<Const, const T *, T *>;

        Iterator() = default;
        Iterator(Owner *owner, difference_type index)
            : m_owner(owner)
            , m_index(index)
        {
        }
        reference operator*() const { return (*m_owner)[size_type(m_index)]; }
        pointer operator->() const { return &**this; }
        reference operator[](difference_type n) const { return *(*this + n); }
        Iterator &operator++() { return *this += 1; }
        Iterator &operator--() { return *this -= 1; }
        Iterator operator++(int) { return {m_owner, m_index++}; }
        Iterator operator--(int) { return {m_owner, m_index--}; }
        Iterator &operator+=(difference_type n)
        {
            m_index += n;
            return *this;
        }
        Iterator &operator-=(difference_type n) { return *this += -n; }
        friend Iterator operator+(Iterator i, difference_type n) { return i += n; }
        friend Iterator operator+(difference_type n, Iterator i) { return i += n; }
        friend Iterator operator-(Iterator i, difference_type n) { return i -= n; }
        friend difference_type operator-(const Iterator &a, const Iterator &b) { return a.m_index - b.m_index; }
        friend bool operator==(const Iterator &a, const Iterator &b) { return a.m_index == b.m_index; }
        friend auto operator<=>(const Iterator &a, const Iterator &b) { return a.m_index <=> b.m_index; }

    private:
        Owner *m_owner = nullptr;
        difference_type m_index = 0;
    };

    std::vector<std::vector<T>> m_chunks;
    size_type m_size = 0;
};

} // namespace playground
