// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QHash>
#include <QJsonObject>

class QScrollArea;

namespace playground {

class BackendCard;
class HintBubble;
class PanelSection;
class PanelTabs;
class ParameterForm;
class PatternCard;
class PolicyList;
class ScenarioDocument;
class ScenarioText;
class SourceCard;
class StripChips;
struct Scenario;

/// The scenario as a sentence, top to bottom, with a card of controls below each part; edits the document.
class ScenarioPanel : public QFrame {
    Q_OBJECT

public:
    explicit ScenarioPanel(ScenarioDocument *document, QWidget *parent = nullptr);

    /// Puts the focus into the field of a value, e.g. "pattern.limit", showing it first if need be.
    void focusField(const QString &path);
    /// Points at the slider of the pattern's first number; goes away when a value is first edited and when another
    /// pattern or another scenario stands there.
    void showHint(const QString &text);
    void hideHint();

    SourceCard *sourceCard() const { return m_source; }
    StripChips *stripChips() const { return m_strips; }
    PatternCard *patternCard() const { return m_pattern; }
    PolicyList *policyList() const { return m_policies; }
    BackendCard *backendCard() const { return m_backend; }
    QScrollArea *scrollArea() const { return m_scroll; }
    ScenarioText *text() const { return m_text; }
    PanelTabs *tabs() const { return m_tabs; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addSections();
    static bool canBeDragged(const ParameterForm *form);
    void showHintWhole();
    void keepRoom();
    void connectParts();
    void connectForm(ParameterForm *form, PanelSection *section);
    void refresh(const Scenario &scenario);
    void refreshMore();
    void orderTabs();
    void chooseKind(const QString &path, const QString &group, const QString &id);
    void setFailureProbability(double p);
    void clearTape();
    QList<ParameterForm *> forms() const;

    ScenarioDocument *m_document;
    QScrollArea *m_scroll;
    QWidget *m_content;
    PanelSection *m_sourceSection, *m_patternSection, *m_backendSection;
    SourceCard *m_source;
    StripChips *m_strips;
    PatternCard *m_pattern;
    PolicyList *m_policies;
    BackendCard *m_backend;
    ScenarioText *m_text;
    PanelTabs *m_tabs = nullptr;
    HintBubble *m_hint = nullptr;
    qsizetype m_controls = 0; // As many as there were when they were put in order.
    QString m_hintedKind; // The pattern whose number it points at.
    QHash<QString, QJsonObject> m_lastGiven; // The values that a kind had when another was chosen, by path and kind.
};

} // namespace playground
