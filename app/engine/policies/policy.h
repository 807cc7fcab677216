// SPDX-License-Identifier: MIT
#pragma once

#include "engine/stage.h"
#include "model/scenario.h"

#include <asyncade/observer.h>

#include <cstddef>
#include <memory>

namespace playground {

/// Where a policy stands: its card in the scenario's list, what lies further in, and how it is called in the trace.
struct PolicyPlace {
    const Scenario &scenario;
    size_t index;
    Stage &inner; ///< Must outlive the policy.
    asyncade::Part part;

    const Section &card() const { return scenario.policies[index].section; }
};

/// A stage that one of the scenario's cards describes.
class PolicyStage : public Stage {
public:
    explicit PolicyStage(const PolicyPlace &place) : m_inner(place.inner), m_part(place.part), m_index(place.index) {}
    void edited(const Scenario &scenario) final { setNumbers(scenario.policies[m_index].section); }

protected:
    /// From now on the numbers of `card` hold. They may be the same as before.
    virtual void setNumbers(const Section &card) = 0;

    Inside inside(Call &call) const { return Inside(m_inner, call); }
    asyncade::Part part() const { return m_part; }

private:
    Stage &m_inner;
    asyncade::Part m_part;
    size_t m_index;
};

/// A kind of policy: its id in the file, the kind of its part in the trace (one of the words in `partkind`), and how it is made.
struct PolicyKind {
    QLatin1String id;
    QLatin1String partKind;
    std::unique_ptr<Stage> (*make)(const PolicyPlace &place);
};

/// The policy of a kind's id, or nullptr when there is none yet.
const PolicyKind *findPolicy(const QString &id);

std::unique_ptr<Stage> makeTimeout(const PolicyPlace &place);
std::unique_ptr<Stage> makeRetry(const PolicyPlace &place);
std::unique_ptr<Stage> makeConcurrencyLimit(const PolicyPlace &place);
std::unique_ptr<Stage> makeRateLimit(const PolicyPlace &place);
std::unique_ptr<Stage> makeHedge(const PolicyPlace &place);
std::unique_ptr<Stage> makeCircuitBreaker(const PolicyPlace &place);
std::unique_ptr<Stage> makeKeepLatest(const PolicyPlace &place);

} // namespace playground
