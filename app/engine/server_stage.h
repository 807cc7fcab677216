// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fake_server.h"
#include "engine/stage.h"

namespace playground {

/// The innermost stage: each passage is one attempt at the server.
class ServerStage final : public Stage {
public:
    explicit ServerStage(const Scenario &scenario) : m_server(scenario) {}

    QCoro::Task<Answer> run(Call &call, std::stop_token token) override
    {
        return m_server.attempt(++call.attempts, std::move(token), call.members);
    }
    void edited(const Scenario &scenario) override { m_server.setBackend(scenario.backend); }

private:
    FakeServer m_server;
};

} // namespace playground
