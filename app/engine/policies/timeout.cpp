// SPDX-License-Identifier: MIT
#include "engine/policies/policy.h"

#include <asyncade/timeout.h>

namespace playground {

namespace {

/// asyncade::withTimeout, or withTimeoutDefault, around what lies further in.
class Timeout final : public PolicyStage {
public:
    explicit Timeout(const PolicyPlace &place)
        : PolicyStage(place), m_givesDefault(place.card().text(QStringLiteral("result")) == u"default")
    {
        setNumbers(place.card());
    }

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        if (m_givesDefault)
            return asyncade::withTimeoutDefault(inside(call), m_after, Answer{.code = codeNone, .defaulted = true}, std::move(token), part());
        return asyncade::withTimeout(inside(call), m_after, std::move(token), part());
    }

private:
    void setNumbers(const Section &card) override { m_after = card.duration(QStringLiteral("after")); }

    std::chrono::nanoseconds m_after{};
    bool m_givesDefault;
};

} // namespace

std::unique_ptr<Stage> makeTimeout(const PolicyPlace &place) { return std::make_unique<Timeout>(place); }

} // namespace playground
