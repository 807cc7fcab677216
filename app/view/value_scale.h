// SPDX-License-Identifier: MIT
#pragma once

#include "model/parameter_table.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace playground {

/// How a number of the parameter table stands on a slider and in a field: its position, its text with the unit, what
/// may be typed, and steps that suit it. Values are as in the file ("300ms", 3, null, "full").
///
/// A value that is a word (none, full, always) stands at the slider's right end, apart from the numbers; "none" of a
/// jitter is its 0.
class ValueScale {
public:
    explicit ValueScale(const Parameter &parameter);

    /// 0 … 1; numbers beyond the slider's range stand at its ends.
    double position(const QJsonValue &value) const;
    /// The round value nearest to a position.
    QJsonValue valueAt(double position) const;
    /// The value after some presses of an arrow key.
    QJsonValue stepped(const QJsonValue &value, int steps) const;
    /// "300 ms", "× 2", "± 20 %", "10 %", "none".
    QString text(const QJsonValue &value) const;
    /// What was typed, if it can be read and lies within the parameter's bounds; a bare number has the usual unit.
    std::optional<QJsonValue> parse(const QString &text) const;
    /// What parse() takes, in words: "a whole number from 1 to 1 000 000 or “none”".
    QString wanted() const;
    /// Whether the parameter is a number that a slider can show.
    static bool fits(const Parameter &parameter);

private:
    enum class Unit { Duration, Rate, Percent, PlusMinusPercent, Times, Plain };
    enum class Curve { Linear, Square, Logarithmic };

    double number(const QJsonValue &value) const;
    QJsonValue json(double number) const;
    bool isWord(const QJsonValue &value) const;
    bool hasWord() const { return m_word.has_value(); }
    double fraction(double number) const;
    double roundAt(double number) const;
    double stepAt(double number) const;
    std::optional<double> typedNumber(const QString &text) const;

    Unit m_unit = Unit::Plain;
    Curve m_curve = Curve::Linear;
    bool m_whole = false;
    bool m_single = false;        // Steps are always 1: what has no slider is a name more than an amount.
    double m_min = 0, m_max = 0;  // What is allowed.
    double m_low = 0, m_high = 1; // The slider's ends.
    std::optional<QJsonValue> m_word;
    QString m_wordText;
    QString m_zeroWord; // The word for 0, if there is one: jitter's "none".
};

} // namespace playground
