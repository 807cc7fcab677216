// SPDX-License-Identifier: MIT
#include "view/parameter_form.h"

#include "view/parameter_row.h"
#include "view/value_scale.h"

#include <QVBoxLayout>

namespace playground {

namespace {

/// So many numbers of a kind are shown from the start, whether given or not.
constexpr int alwaysShown = 2;

} // namespace

ParameterForm::ParameterForm(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_prefix(prefix)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void ParameterForm::setPrefix(const QString &prefix)
{
    if (prefix == m_prefix)
        return;
    m_prefix = prefix;
    for (ParameterRow *row : std::as_const(m_rows))
        row->setPath(prefix + QLatin1Char('.') + row->parameter().key);
}

void ParameterForm::setSection(const Section &section)
{
    if (m_kind != &section.kind())
        makeRows(section);
    const qsizetype shownBefore = m_shown.size();
    for (ParameterRow *row : std::as_const(m_rows)) {
        row->setValue(section.value(row->parameter().key));
        if (matters(row->parameter(), section))
            m_shown.insert(row->parameter().key);
    }
    if (m_shown.size() != shownBefore)
        showRows();
}

void ParameterForm::makeRows(const Section &section)
{
    m_kind = &section.kind();
    qDeleteAll(m_rows);
    m_rows.clear();
    m_shown.clear();
    int numbers = 0;
    for (const Parameter &parameter : m_kind->parameters) {
        if (m_leftOut.contains(parameter.key))
            continue;
        auto *row = new ParameterRow(parameter, m_prefix + QLatin1Char('.') + parameter.key, this);
        layout()->addWidget(row);
        m_rows += row;
        const bool isNumber = ValueScale::fits(parameter);
        if (!m_secondary.contains(parameter.key) && (isNumber || m_kind->parameters.size() == 1) &&
            numbers++ < alwaysShown)
            m_shown.insert(parameter.key);
        connect(row, &ParameterRow::edited, this, &ParameterForm::edited);
        connect(row, &ParameterRow::committed, this, &ParameterForm::committed);
    }
    int column = labelColumn();
    for (const ParameterRow *row : std::as_const(m_rows))
        column = qMax(column, row->labelWidth());
    for (ParameterRow *row : std::as_const(m_rows))
        row->setLabelWidth(column);
    showRows();
}

bool ParameterForm::matters(const Parameter &parameter, const Section &section) const
{
    return section.given().contains(parameter.key) && parameter.type != ParameterType::Text &&
           !m_secondary.contains(parameter.key);
}

void ParameterForm::setAll(bool all)
{
    m_all = all;
    showRows();
}

bool ParameterForm::hasMore() const { return m_shown.size() < m_rows.size(); }

void ParameterForm::showRows()
{
    bool any = false;
    for (ParameterRow *row : std::as_const(m_rows)) {
        const bool shown = m_all || m_shown.contains(row->parameter().key);
        row->setVisible(shown);
        any = any || shown;
    }
    setVisible(any);
    emit moreChanged();
}

ParameterRow *ParameterForm::row(const QString &path) const
{
    for (ParameterRow *row : m_rows)
        if (row->path() == path)
            return row;
    return nullptr;
}

} // namespace playground
