// SPDX-License-Identifier: MIT
#include <asyncade/error_hook.h>

#include <asyncade/errors.h>

#include <QLoggingCategory>

#include <memory>
#include <mutex>

namespace asyncade {

namespace {

Q_LOGGING_CATEGORY(category, "asyncade")

std::mutex hookMutex;
std::shared_ptr<const ErrorHook> installedHook;

void logError(const ErrorReport &report)
{
    const std::string who = report.name.empty() ? "task " + std::to_string(report.index) : "\"" + report.name + "\"";
    qCWarning(category, "%.*s: %s failed and nobody could be told: %s", int(report.helper.size()), report.helper.data(),
              who.c_str(), detail::errorText(report.error).c_str());
}

} // namespace

ErrorHook setErrorHook(ErrorHook hook)
{
    auto installed = hook ? std::make_shared<const ErrorHook>(std::move(hook)) : nullptr;
    const std::scoped_lock lock(hookMutex);
    installedHook.swap(installed);
    return installed ? *installed : ErrorHook{};
}

namespace detail {

void reportError(std::string_view helper, std::string name, std::size_t index, std::exception_ptr error) noexcept
{
    if (!error || isCancelled(error))
        return;
    std::shared_ptr<const ErrorHook> hook;
    {
        const std::scoped_lock lock(hookMutex);
        hook = installedHook;
    }
    const ErrorReport report{helper, std::move(name), index, std::move(error)};
    if (hook)
        (*hook)(report);
    else
        logError(report);
}

bool isCancelled(const std::exception_ptr &error) noexcept
{
    try {
        std::rethrow_exception(error);
    } catch (const Cancelled &) {
        return true;
    } catch (...) {
        return false;
    }
}


std::string errorText(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception &e) {
        return e.what();
    } catch (...) {
        return "an exception that is not a std::exception";
    }
}

} // namespace detail
} // namespace asyncade
