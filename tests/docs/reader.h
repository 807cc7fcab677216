// SPDX-License-Identifier: MIT
// What a reader of the README and the guide would already have in the program: includes of Qt, and functions that fetch things.
#pragma once

#include <asyncade/asyncade.h>

#include <QDebug>
#include <QObject>
#include <QString>

#include <stdexcept>

struct User {};
struct Posts {};
struct Ads {};
struct Page {
    int id = 0;
};

inline QCoro::Task<User> fetchUser(int, std::stop_token token)
{
    co_await asyncade::sleepFor(std::chrono::milliseconds(120), token);
    co_return User();
}
inline QCoro::Task<Posts> fetchPosts(int, std::stop_token token)
{
    co_await asyncade::sleepFor(std::chrono::milliseconds(300), token);
    co_return Posts();
}
inline QCoro::Task<Ads> fetchAds(int, std::stop_token token)
{
    co_await asyncade::sleepFor(std::chrono::milliseconds(50), token);
    throw std::runtime_error("503");
}
inline QCoro::Task<Page> fetchPage(int id, std::stop_token token)
{
    co_await asyncade::sleepFor(std::chrono::milliseconds(100), token);
    co_return Page{id};
}
inline QCoro::Task<QString> fetchAnswer(QString text, std::stop_token token)
{
    co_await asyncade::sleepFor(std::chrono::milliseconds(100), token);
    co_return text;
}
inline std::stop_token token; // A coroutine would have been given one.
inline int shown = 0;
template <class... T>
void show(const T &...)
{
    ++shown;
}
