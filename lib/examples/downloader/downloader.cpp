// SPDX-License-Identifier: MIT
#include "downloader.h"

#include <asyncade/asyncade.h>

#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <memory>

using namespace asyncade;
using namespace std::chrono_literals;

namespace {

/// Whoever lets go of a reply that is under way ends it.
struct Abort {
    void operator()(QNetworkReply *reply) const
    {
        reply->abort();
        reply->deleteLater();
    }
};

/// In seconds, as most servers say it; a date counts as none.
std::chrono::seconds retryAfter(const QNetworkReply &reply)
{
    return std::chrono::seconds(std::max(0, reply.rawHeader("Retry-After").toInt()));
}

/// Worth another try: the server is busy or out of order, or has not answered in time.
bool mayPass(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const HttpError &http) {
        return http.status() == 429 || http.status() >= 500;
    } catch (const TimeoutError &) {
        return true;
    } catch (...) {
        return false;
    }
}

std::chrono::nanoseconds askedFor(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const HttpError &http) {
        return http.retryAfter();
    } catch (...) {
        return 0s;
    }
}

std::string inAWord(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const HttpError &http) {
        return std::to_string(http.status());
    } catch (const TimeoutError &) {
        return "timeout";
    } catch (const Cancelled &) {
        return "cancelled";
    }
}

} // namespace

Downloader::Downloader() : m_limiter(30, 1s, {.burst = 4}) { m_network.setProxy(QNetworkProxy::NoProxy); }

QCoro::Task<QByteArray> Downloader::get(QUrl url, std::stop_token token)
{
    const std::unique_ptr<QNetworkReply, Abort> reply(m_network.get(QNetworkRequest(url)));
    co_await awaitSignal(reply.get(), &QNetworkReply::finished, token);
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200)
        throw HttpError(status, retryAfter(*reply), reply->errorString().toStdString());
    co_return reply->readAll();
}

QCoro::Task<QByteArray> Downloader::tryOnce(QUrl url, Download *download, std::stop_token token)
{
    co_await m_limiter.acquire(token);
    std::exception_ptr error;
    try {
        const QByteArray content = co_await withTimeout(call(&Downloader::get, this, url), 2s, token);
        download->tries.push_back("200");
        co_return content;
    } catch (...) {
        error = std::current_exception();
    }
    download->tries.push_back(inAWord(error));
    m_limiter.pause(askedFor(error)); // For all files: nobody else has to be told the same.
    std::rethrow_exception(error);
}

QCoro::Task<Download> Downloader::fetch(QUrl url, std::stop_token token)
{
    Download download;
    RetryRules rules;
    rules.onError(mayPass).atLeast(askedFor);
    try {
        download.content = co_await retry(call(&Downloader::tryOnce, this, url, &download), {.attempts = 4, .base = 100ms}, rules,
                                          token);
    } catch (const Cancelled &) {
        throw;
    } catch (...) {
        download.error = std::current_exception();
    }
    co_return download;
}

QCoro::Task<std::vector<Download>> Downloader::fetchAll(std::vector<QUrl> urls, std::stop_token token)
{
    return mapParallel(std::move(urls), [this](QUrl url, std::stop_token own) { return fetch(url, own); }, {.maxConcurrency = 4}, token);
}
