// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/error_hook.h>

#include "support/thrown.h"

#include <QByteArrayList>

#include <utility>

namespace support {

/// Collects what reaches the error hook while it lives: "gather 1: runtime_error: late", or with the name: "gather 1 user: …".
class ReportedErrors {
public:
    ReportedErrors()
        : m_before(asyncade::setErrorHook([this](const asyncade::ErrorReport &report) { m_texts << inWords(report); }))
    {
    }
    ~ReportedErrors() { asyncade::setErrorHook(std::move(m_before)); }
    ReportedErrors(const ReportedErrors &) = delete;
    ReportedErrors &operator=(const ReportedErrors &) = delete;

    const QByteArrayList &texts() const noexcept { return m_texts; }

private:
    static QByteArray inWords(const asyncade::ErrorReport &report)
    {
        QByteArray text(report.helper.data(), qsizetype(report.helper.size()));
        text += ' ' + QByteArray::number(qulonglong(report.index));
        if (!report.name.empty())
            text += ' ' + QByteArray::fromStdString(report.name);
        return text + ": " + support::inWords(report.error);
    }

    QByteArrayList m_texts;
    asyncade::ErrorHook m_before;
};

} // namespace support
