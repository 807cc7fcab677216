// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QCoreApplication>

namespace playground::table {

/// Translates the words of the table; for the files that fill it.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Parameters)
};

inline constexpr int mostOfAnything = 1'000'000;
inline constexpr int mostRequests = 10'000'000;

/// Makes one entry of the table: `integer("limit", 10).slider(1, 50).words(tr("At a time"), tr("How many …"))`.
class Builder {
public:
    Builder(ParameterType type, const char *key, const QJsonValue &defaultValue);

    Builder &range(const QJsonValue &min, const QJsonValue &max);
    Builder &slider(const QJsonValue &min, const QJsonValue &max);
    Builder &nullable();
    Builder &choices(const QStringList &choices);
    Builder &items(ListItems items);
    Builder &excludes(const char *key);
    Builder &words(const QString &title, const QString &help);

    operator Parameter() const { return m_parameter; }

private:
    Parameter m_parameter;
};

Builder duration(const char *key, const char *defaultValue);
/// A duration that is `null` unless given.
Builder optionalDuration(const char *key);
Builder rate(const char *key, double defaultValue);
Builder probability(const char *key, double defaultValue);
Builder number(const char *key, double defaultValue);
Builder integer(const char *key, int defaultValue);
Builder optionalInteger(const char *key);
Builder flag(const char *key, bool defaultValue);
Builder choice(const char *key, const QStringList &choices); // The first is the default.
Builder text(const char *key, const QString &defaultValue);
Builder list(const char *key, ListItems items, const QJsonValue &defaultValue);

void addSources(std::vector<Kind> &kinds);
void addPatterns(std::vector<Kind> &kinds);
void addPolicies(std::vector<Kind> &kinds);
void addLatencies(std::vector<Kind> &kinds);
void addFailures(std::vector<Kind> &kinds);
void addBackend(std::vector<Kind> &kinds);

} // namespace playground::table
