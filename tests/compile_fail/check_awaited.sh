#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# check_awaited.sh ROOT: what the public headers of ROOT give to be awaited cannot be dropped in silence. A function that returns a
# task, or `auto`, says [[nodiscard("what to do")]] on the line above; so does the class of what stands behind co_await.
set -euo pipefail
cd "$1/lib/include/asyncade"
awk '
    # Values, not work: what they give is there already.
    BEGIN { split("run_blocking.h:runBlocking virtual_clock.h:run gather_named.h:get", names); for (i in names) plain[names[i]]
            optional["SharedCall"] } # A call that is made whether it is awaited or not.
    function refuse(what) { print FILENAME ":" FNR ": expected [[nodiscard(\"…\")]] " what ", got: " $0; bad = 1 }
    function look(line,    name) {
        if (line ~ /^ *(public|protected|private):|^};/) hidden_part = line ~ /private/
        if (line ~ /^ *(template <.*> )?class .*[^;]$/) {
            hidden_part = 0
            type = line; type_says = line ~ /\[\[nodiscard\("/
            sub(/^.*class (\[\[.*\]\] )?/, "", type); sub(/ .*/, "", type)
        }
        if (line ~ /operator co_await\(\)/ && line ~ /^ / && !(type in optional)) {
            ++found
            if (!type_says) refuse("on class " type)
        }
        if (!hidden_part && line ~ /^ *((inline|static|constexpr|friend) )*(auto|QCoro::Task<.*>) (operator\(\)|[A-Za-z]+)\(/) {
            name = line; sub(/^.*(auto|>) /, "", name); sub(/\(.*/, "", name)
            if (FILENAME ":" name in plain) return
            ++found
            if (previous !~ /\[\[nodiscard\("/) refuse("above " name)
        }
    }
    FNR == 1 { depth = 0; inside = -1; hidden_part = 0; previous = "" }
    {
        if (inside < 0 && /^ *namespace (asyncade::)?detail/) inside = depth
        if (inside < 0) look($0)
        line = $0; sub(/\/\/.*/, "", line)
        depth += gsub(/{/, "", line) - gsub(/}/, "", line)
        if (inside >= 0 && depth <= inside) inside = -1
        previous = $0
    }
    END {
        if (found < 90) { print "expected at least 90 of them, found " found; bad = 1 }
        exit bad
    }' *.h streams/*.h testing/*.h
