// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <asyncade/keep_latest.h>

namespace playground {

namespace {

/// One asyncade::KeepLatest around what lies further in.
class KeepLatest final : public PolicyStage {
public:
    explicit KeepLatest(const PolicyPlace &place) : PolicyStage(place), m_latest(place.part) {}

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override { return m_latest.run(inside(call), std::move(token)); }

private:
    void setNumbers(const Section &) override {}

    asyncade::KeepLatest m_latest;
};

} // namespace

std::unique_ptr<Stage> makeKeepLatest(const PolicyPlace &place) { return std::make_unique<KeepLatest>(place); }

} // namespace playground
