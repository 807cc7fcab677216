// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <asyncade/hedge.h>

namespace playground {

namespace {

/// asyncade::hedge around what lies further in.
class Hedge final : public PolicyStage {
public:
    explicit Hedge(const PolicyPlace &place) : PolicyStage(place) { setNumbers(place.card()); }

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        return asyncade::hedge(inside(call), std::cref(m_options), std::move(token));
    }

private:
    void setNumbers(const Section &card) override
    {
        m_options = {.delay = card.duration(QStringLiteral("after")), .copies = int(card.integer(QStringLiteral("copies"))), .part = part()};
    }

    asyncade::HedgeOptions m_options; ///< Read by the library whenever it needs them, so edits reach calls under way.
};

} // namespace

std::unique_ptr<Stage> makeHedge(const PolicyPlace &place) { return std::make_unique<Hedge>(place); }

} // namespace playground
