#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes one source file of all C++ in documents, each block in a namespace of its own and known by its place in the document.
# A block behind "<!-- in a coroutine -->" is the body of one; of one behind "<!-- run: f -->" the program calls f(). Quoted
# examples are compiled elsewhere and left out.
#   snippets.sh OUTPUT PRELUDE DOCUMENT ...
set -euo pipefail
output=$1
prelude=$2
shift 2
{
    printf '#include "%s"\nusing namespace asyncade;\nusing namespace std::chrono_literals;\n' "$prelude"
    awk '
        FNR == 1 { inside = 0; quoted = 0; body = 0; run = "" }
        /^<!-- in a coroutine -->$/ { body = 1; next }
        /^<!-- run: [A-Za-z]+ -->$/ { run = $3; next }
        /^<!-- lib\/examples\// { quoted = 1; next }
        !inside && /^```cpp$/ {
            inside = 1
            if (!quoted) {
                if (run != "") calls = calls "    snippet_" (count + 1) "::" run "();\n"
                run = ""
                printf "namespace snippet_%d {\n%s#line %d \"%s\"\n", ++count, body ? "inline QCoro::Task<> run()\n{\n" : "", FNR + 1, FILENAME
            }
            next
        }
        inside && /^```$/ { if (!quoted) print body ? "}\n}" : "}"; inside = 0; quoted = 0; body = 0; next }
        !inside && /^```/ { quoted = 0 }
        inside && !quoted && !/^#include/ { print }
        END { printf "int main()\n{\n%s}\n", calls }
    ' "$@"
} >"$output"
