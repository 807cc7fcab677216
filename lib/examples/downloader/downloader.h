// SPDX-License-Identifier: MIT
#pragma once

#include <asyncade/rate_limiter.h>

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <exception>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

/// An answer other than 200, or none: the server could not be reached.
class HttpError : public std::runtime_error {
public:
    HttpError(int status, std::chrono::seconds retryAfter, const std::string &what)
        : std::runtime_error(what), m_status(status), m_retryAfter(retryAfter)
    {
    }
    /// 0: there was no answer.
    int status() const noexcept { return m_status; }
    /// How long the server wants to be left alone; 0 if it did not say.
    std::chrono::seconds retryAfter() const noexcept { return m_retryAfter; }

private:
    int m_status;
    std::chrono::seconds m_retryAfter;
};

/// What became of one file.
struct Download {
    QByteArray content;            ///< Empty if it has failed.
    std::exception_ptr error;      ///< The last one, if it has failed.
    std::vector<std::string> tries; ///< How each try ended, in a word.
};

/// Fetches files over HTTP and is polite about it: at most four at a time and thirty requests a second, two seconds for each try,
/// up to four tries for what may pass (429, 5xx, no answer in time). A Retry-After holds back all files, not only the one that was
/// told. Belongs to one thread, needs its event loop, and must outlive what it has started.
class Downloader {
public:
    Downloader();

    /// All files, each with its own outcome, in the order of `urls`. Throws `Cancelled` when `token` is stopped; requests under way
    /// are aborted then.
    QCoro::Task<std::vector<Download>> fetchAll(std::vector<QUrl> urls, std::stop_token token = {});

private:
    QCoro::Task<Download> fetch(QUrl url, std::stop_token token);
    QCoro::Task<QByteArray> tryOnce(QUrl url, Download *download, std::stop_token token);
    QCoro::Task<QByteArray> get(QUrl url, std::stop_token token);

    QNetworkAccessManager m_network;
    asyncade::RateLimiter m_limiter;
};
