// SPDX-License-Identifier: MIT
#pragma once

#include "engine/answer.h"

#include <QCoroTask>

#include <stop_token>

namespace playground {

struct Scenario;

/// A request on its way to the server and back.
struct Call {
    quint32 request = 0;  ///< Its lead request.
    quint32 attempts = 0; ///< Started so far.
    quint32 members = 1;  ///< So many requests travel in it.
};

/// Something that a call passes through: a policy around the stages further in, or, innermost, the server.
class Stage {
public:
    virtual ~Stage() = default;
    /// Carries the call in and its answer out. `call` must live until then. Throws ServerError, asyncade::TimeoutError or, when
    /// `token` is stopped, asyncade::Cancelled.
    virtual QCoro::Task<Answer> run(Call &call, std::stop_token token) = 0;
    /// A number of the scenario was changed while it runs: from now on the new ones hold.
    virtual void edited(const Scenario &scenario) = 0;
};

} // namespace playground
