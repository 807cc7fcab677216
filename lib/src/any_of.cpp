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
    if (std::ranges::find(errors, nullptr) != errors.end())
        throw Cancelled(); // Stopped before all of them were started.
    const auto cancelled = std::ranges::find_if(errors, isCancelled);
    const bool allCancelled = std::ranges::all_of(errors, isCancelled);
    if (allCancelled || (stopped && cancelled != errors.end()))
        std::rethrow_exception(*cancelled);
    throw AllFailed(std::move(errors));
}

} // namespace detail
} // namespace asyncade
