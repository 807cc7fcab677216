// SPDX-License-Identifier: MIT
#include "cli/trace_words.h"

#include <array>

namespace playground {

namespace {

/// The word with the number of an enumerator; the tables below are in the order of the enumerations.
template <size_t size, typename Word>
const char *pick(const std::array<const char *, size> &words, Word word)
{
    return size_t(word) < size ? words[size_t(word)] : "";
}

} // namespace

const char *word(EventKind kind)
{
    static constexpr std::array words{"part", "arrive", "join", "wait", "go", "free", "dispatch",
                                      "attempt", "attemptEnd", "settle", "level", "edit", "mark", "end"};
    return pick(words, kind);
}

const char *word(WaitReason reason)
{
    static constexpr std::array words{"none", "slot", "token", "turn", "batch", "collect", "quiet", "window", "backoff", "pause", "server"};
    return pick(words, reason);
}

const char *word(GoHow how)
{
    static constexpr std::array words{"granted", "elapsed", "rejected", "cancelled"};
    return pick(words, how);
}

const char *word(AttemptOutcome outcome)
{
    static constexpr std::array words{"ok", "failed", "refused", "timedOut", "cancelled", "abandoned"};
    return pick(words, outcome);
}

const char *word(RequestOutcome outcome)
{
    static constexpr std::array words{"succeeded", "failed", "timedOut", "cancelled", "dropped", "pending"};
    return pick(words, outcome);
}

const char *word(EndReason reason)
{
    static constexpr std::array words{"done", "idle", "until", "stopped"};
    return pick(words, reason);
}

} // namespace playground
