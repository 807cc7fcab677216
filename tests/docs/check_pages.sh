#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What documents quote must be what the examples say, what they link to must exist, every example has its page, every page of the
# guide an example, and every page is found from the index.
#   check_pages.sh ROOT
set -euo pipefail
cd "$1"
failures=0
complain() { echo "$*"; failures=$((failures + 1)); }

mapfile -t documents < <(find README.md .github lib/docs -name '*.md' | sort)
for document in "${documents[@]}"; do
    folder=$(dirname "$document")
    # Links and pictures, outside of code.
    while IFS= read -r link; do
        target=${link%%#*}
        [ -z "$target" ] || [ -e "$folder/$target" ] || complain "$document: links to $link, which does not exist"
    done < <(awk '/^```/ { code = !code; next } !code' "$document" | grep -oE '\]\([^)]+\)' | sed -E 's/^\]\(//; s/\)$//' | grep -vE '^(https?|mailto):' || true)
    # Quotes: the block behind the marker is a part of that file.
    quote='' block='' inside=''
    while IFS= read -r line; do
        if [ -n "$inside" ]; then
            if [ "$line" = '```' ]; then
                whole=$'\n'$(cat "$quote")$'\n'
                [[ $whole == *$'\n'"$block"* ]] || complain "$document: what it quotes from $quote stands there no more"
                quote='' block='' inside=''
            else
                block+=$line$'\n'
            fi
        elif [[ $line =~ ^'<!-- '(lib/examples/[^ ]+)' -->'$ ]]; then
            quote=${BASH_REMATCH[1]}
            [ -f "$quote" ] || { complain "$document: quotes $quote, which does not exist"; quote=''; }
        elif [ -n "$quote" ] && [[ $line == '```'* ]]; then
            inside=1
        fi
    done <"$document"
done
for example in lib/examples/*.cpp lib/examples/*.expected lib/examples/*/; do
    grep -rqF "<!-- $example" lib/docs || complain "$example: no page of the guide quotes it"
done
for example in lib/examples/*.cpp; do
    # A test says by its status whether it has passed.
    [ -f "${example%.cpp}.expected" ] || grep -q '^QTEST_' "$example" || complain "$example: what it must print is missing"
done
for page in lib/docs/guide/*.md; do
    name=$(basename "$page")
    [ "$name" != README.md ] || continue
    grep -qF "($name)" lib/docs/guide/README.md || complain "$page: the index of the guide does not link to it"
    grep -qF '<!-- lib/examples/' "$page" || complain "$page: quotes no example"
done
[ "$failures" -eq 0 ]
