// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace playground {

struct Command;

/// How a command is written, and its options.
QString commandHelp(const Command &command);
/// What the program is and which commands it has.
QString overviewHelp();
/// The topics that are not commands: "scenario", "metrics", "events".
QStringList helpTopics();
/// The kinds of this name, say "retry", each with its keys; empty when there is none.
QString kindHelp(const QString &id);
/// The text of a topic; empty when there is no such topic.
QString topicHelp(const QString &topic);

} // namespace playground
