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
    quint32 members = 1;  ///< Requests that it carries, the lead included.
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

/// The way of one call further in, as an operation for the library's helpers. Both must outlive it.
class Inside {
public:
    Inside(Stage &stage, Call &call) : m_stage(&stage), m_call(&call) {}
    QCoro::Task<Answer> operator()(std::stop_token token) const { return m_stage->run(*m_call, std::move(token)); }

private:
    Stage *m_stage;
    Call *m_call;
};

} // namespace playground
