// SPDX-License-Identifier: MIT
#include "model/marks.h"

#include <QCoreApplication>

#include <algorithm>

namespace playground {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

} // namespace

size_t Marks::add(qint64 t)
{
    const auto place = std::ranges::lower_bound(m_marks, t, {}, &Mark::t);
    const auto index = size_t(place - m_marks.begin());
    if (place == m_marks.end() || place->t != t)
        m_marks.insert(place, {t, freeName()});
    return index;
}

QString Marks::freeName() const
{
    for (int number = 1;; ++number) {
        const QString name = Tr::tr("Mark %1").arg(number);
        if (std::ranges::find(m_marks, name, &Mark::name) == m_marks.end())
            return name;
    }
}

void Marks::rename(size_t index, const QString &name)
{
    if (const QString kept = name.simplified(); !kept.isEmpty())
        m_marks[index].name = kept;
}

void Marks::remove(size_t index) { m_marks.erase(m_marks.begin() + qsizetype(index)); }

std::optional<size_t> Marks::near(qint64 t, qint64 reach) const
{
    std::optional<size_t> nearest;
    for (size_t i = 0; i < m_marks.size(); ++i) {
        const qint64 distance = std::abs(m_marks[i].t - t);
        if (distance <= reach && (!nearest || distance < std::abs(m_marks[*nearest].t - t)))
            nearest = i;
    }
    return nearest;
}

} // namespace playground
