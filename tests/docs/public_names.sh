#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The public names of a header, one a line: functions, function objects and classes at namespace level, those of detail left out.
#   public_names.sh HEADER ...
set -euo pipefail
awk '
    FNR == 1 { depth = 0 }
    /^namespace detail \{/ || depth > 0 { depth += gsub(/\{/, "{") - gsub(/\}/, "}"); next }
    /^(\/\/|#|namespace|static_assert|using|template|concept|\}|$| )/ { next }
    { sub(/^\[\[nodiscard(\("[^"]*"\))?\]\] */, ""); sub(/\[\[nodiscard(\("[^"]*"\))?\]\] */, "") }
    /^(class|struct|enum class)/ {
        name = $0
        sub(/^(enum )?(class|struct) /, "", name)
        sub(/[^A-Za-z0-9_:].*/, "", name)
        if (name !~ /:/ && (/\{/ || !/;$/)) print name
        next
    }
    match($0, /^inline constexpr [A-Za-z:]+ [a-z][A-Za-z]*\{/) { name = substr($0, 1, RLENGTH - 1); sub(/.* /, "", name); print name; next }
    # A function: what stands before the first bracket. Not a member that is defined behind its class.
    !/->/ && match($0, /^[^(]* [a-z][A-Za-z]*\(/) { name = substr($0, 1, RLENGTH - 1); sub(/.* /, "", name); print name }
' "$@" | sort -u
