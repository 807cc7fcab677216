#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The guide is about the interface as it is: each public header is linked to from a page and used by an example, each helper has its line in
# coming-from.md, each option stands in a table of the guide with its type and its default, and what
# a page lists as a call is in one of its headers.
#   check_interface.sh ROOT
set -euo pipefail
cd "$1"
names="$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/public_names.sh"
guide=lib/docs/guide
failures=0
complain() { echo "$*"; failures=$((failures + 1)); }

# Headers that no example has to use, and why.
declare -A withoutExample=(
    [asyncade.h]="brings all others"
    [async_source.h]="the concept behind every stream"
    [duration.h]="what options and parameters say how long with"
    [overflow.h]="an option of buffer and signalStream"
    [batch_limits.h]="an option of batches"
    [system_clock.h]="what every program runs on that has no virtual clock"
    [shared_call.h]="what calls of a Debouncer or Throttler give"
    [streams/stream.h]="what the operators of streams give"
    [streams/streams.h]="brings all streams"
)
# Names that come with a helper and are not looked for elsewhere.
alongWith=" Abandonable Call Name Named NamedValues Completions RateLimited SharedCall SignalOperation SignalWaiting Sleep BareSleep Stream MarbleSource
    Permit TaskResult Duration Progress Jitter BatchPace BatchLimits Overflow RetryRules RateLimit ThrottleEdges ThrottlePolicy checkBackoff
    ErrorReport StopCause StopReason Clock ClockScope MarbleError statusOf
    TaskStatus WaitReason GoHow AttemptOutcome RequestOutcome EndReason Part Span SpanScope TraceEvent TraceEventKind currentSpan arrive
    attempt attemptEnd dispatch edit end free go join level mark observed part
    settle wait "
alongWith=${alongWith//$'\n'/ }

examples=$(cat $(find lib/examples -name '*.cpp' -o -name '*.h'))
count=0
while IFS= read -r header; do
    path=lib/include/asyncade/$header
    count=$((count + 1))
    grep -qF "](../../include/asyncade/$header)" $guide/*.md || complain "$path: no page of the guide links to it"
    used=''
    while IFS= read -r name; do
        [ -n "$name" ] || continue
        ! grep -qw "$name" <<<"$examples" || used=1
        [[ $name == *Options || $alongWith == *" $name "* ]] || grep -qE "\`$name\`|\[$name\]|\`$name\(" lib/docs/coming-from.md ||
            complain "lib/docs/coming-from.md: does not say what $name ($path) is called elsewhere"
    done < <(bash "$names" "$path")
    [ -n "$used" ] || [ -n "${withoutExample[$header]:-}" ] || complain "$path: no example uses any of it"
done < <(cd lib/include/asyncade && find . -name '*.h' -not -path './detail/*' | sed 's#^\./##' | sort)
((count >= 50)) || complain "expected at least 50 public headers, found $count"

# What a page lists as a call is to be found in one of the headers that it links to.
for page in $guide/*.md; do
    mapfile -t headers < <(grep -oE '\]\(\.\./\.\./include/[a-z_/]+\.h\)' "$page" | sed 's#](../../#lib/#; s/)$//' | sort -u)
    [ ${#headers[@]} -gt 0 ] || continue
    while IFS= read -r name; do
        grep -qwh "$name" "${headers[@]}" || complain "$page: lists $name(), which is in none of the headers that it links to"
    done < <(awk '/^## /{ calls = /^## Calls/ } calls && /^\| / { print }' "$page" |
             grep -oE '[A-Za-z]{2,}(<[^>]*>)?\(' | sed 's/[<(].*//' | sort -u)
done

# The fields of an options struct as rows "| `name` | `type` | `default` |" of its table, which "`Struct`:" begins. Units are part of the type.
optionRows() {
    awk -v struct="$1" '
        $0 ~ "^struct " struct " \\{" { inside = 1; next }
        inside && /^\};/ { exit }
        inside && match($0, /^    [A-Za-z_:0-9]+ [a-zA-Z]+( = [^;]*|\{\});/) {
            field = substr($0, RSTART + 4, RLENGTH - 5)
            type = name = field
            sub(/ .*/, "", type)
            sub(/^[^ ]+ /, "", name)
            value = name
            sub(/( = |\{).*/, "", name)
            if (!sub(/^[a-zA-Z]+ = /, "", value)) value = type ~ /Duration/ ? "0s" : "{}"
            gsub(/std::(chrono::)?/, "", type)
            gsub(/std::(chrono::)?/, "", value)
            if (match(value, /^(milli)?seconds\([0-9]+\)$/)) {
                unit = value ~ /^milli/ ? "ms" : "s"
                gsub(/[^0-9]/, "", value)
                value = value unit
            }
            printf "| `%s` | `%s` | `%s` |\n", name, type, value
        }
    ' $2
}
tables=0
while IFS=: read -r path struct; do
    page=$(grep -lF "\`$struct\`:" $guide/*.md | head -n 1 || true)
    [ -n "$page" ] || { complain "$path: no page of the guide has a table of $struct"; continue; }
    table=$(awk -v start="\`$struct\`:" '$0 == start { inside = 1; next } inside && /^\|/ { rows = 1; print; next } inside && rows { exit }' "$page")
    tables=$((tables + 1))
    rows=0
    while IFS= read -r row; do
        rows=$((rows + 1))
        grep -qF "$row" <<<"$table" || complain "$page: the table of $struct lacks a row $row"
    done < <(optionRows "$struct" "$path")
    [ "$rows" -gt 0 ] && [ "$(grep -c '^| `' <<<"$table")" -eq "$rows" ] || complain "$page: the table of $struct has other rows than the struct"
done < <(grep -roE '^struct ([A-Za-z]+Options|RateLimit|ThrottleEdges) ' lib/include/asyncade --include '*.h' | sed 's/struct //; s/ $//' | sort)
((tables >= 12)) || complain "expected at least 12 tables of options, found $tables"
[ "$failures" -eq 0 ]
