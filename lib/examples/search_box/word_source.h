// SPDX-License-Identifier: MIT
#pragma once

#include <QCoroTask>
#include <QStringList>

#include <stop_token>

/// Finds the words that contain `text`, whatever the case, in alphabetical order: a stand-in for a server. It takes its time, on the
/// current clock: the less it is given, the longer, so that answers would come in the wrong order if nobody took care; 600 ms less
/// 100 ms for each character, but at least 200 ms. Throws `Cancelled` when `token` is stopped, and std::runtime_error for a text
/// with a question mark.
QCoro::Task<QStringList> findWords(QString text, std::stop_token token);
