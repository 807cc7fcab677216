// SPDX-License-Identifier: MIT
#include <asyncade/any_of.h>

#include <asyncade/error_hook.h>
#include <asyncade/errors.h>

#include <algorithm>
#include <string>

namespace asyncade {

namespace {

std::string summary(const std::vector<std::exception_ptr> &errors)
{
    const std::string all = "all " + std::to_string(errors.size()) + " operations failed; the first: ";
    return (errors.size() == 1 ? "the only operation failed: " : all) + detail::errorText(errors.front());
}

} // namespace

AllFailed::AllFailed(std::vector<std::exception_ptr> errors)
    : std::runtime_error(summary(errors)), m_errors(std::make_shared<const std::vector<std::exception_ptr>>(std::move(errors)))
{
}

namespace detail {

void throwAllFailed(std::vector<std::exception_ptr> errors, bool stopped)
{
    const bool allStarted = std::ranges::find(errors, nullptr) == errors.end();
    const auto isCancellation = [](const std::exception_ptr &error) { return error && isCancelled(error); };
    const auto cancelled = std::ranges::find_if(errors, isCancellation);
    if (allStarted && !std::ranges::all_of(errors, isCancellation) && !(stopped && cancelled != errors.end()))
        throw AllFailed(std::move(errors));
    // Whoever gave up is told so; what had failed before that is not lost.
    for (std::size_t i = 0; i < errors.size(); ++i)
        reportError("anyOf", {}, i, errors[i]);
    if (allStarted)
        std::rethrow_exception(*cancelled);
    throw Cancelled();
}

} // namespace detail
} // namespace asyncade
