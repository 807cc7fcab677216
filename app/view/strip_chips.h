// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

namespace playground {

class Chip;
class FlowLayout;
struct Scenario;

/// Whose pattern and policies stand below: a chip for each strip of a comparison, the chosen one checked. Hidden where nothing
/// is compared.
class StripChips : public QWidget {
    Q_OBJECT

public:
    explicit StripChips(QWidget *parent = nullptr);

    void setStrips(const Scenario &scenario, qsizetype chosen);
    const QList<Chip *> &chips() const { return m_chips; }

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void chosen(qsizetype strip);

private:
    void setCount(qsizetype count);
    void fitNames();
    int linesWith(int longest) const;
    QString textWith(qsizetype strip, int longest) const;
    QFontMetrics fontMetricsOf() const;

    FlowLayout *m_layout;
    QList<Chip *> m_chips;
    QStringList m_names;
};

} // namespace playground
