#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs every `bash app/run …` of a document's sh blocks with the built program, in a folder of its own, without a display.
#   readme_commands.sh DOCUMENT PROGRAM
set -euo pipefail
document=$1
program=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset DISPLAY WAYLAND_DISPLAY
count=0
while IFS= read -r line; do
    count=$((count + 1))
    echo "\$ $line"
    eval "words=(${line#bash app/run})" # As a shell reads it, quotes included.
    "$program" ${words[@]+"${words[@]}"} >out.txt || { echo "status $?, printed:"; cat out.txt; exit 1; }
    [ -s out.txt ] || [ "${#words[@]}" -gt 1 ] || { echo "printed nothing"; exit 1; }
    case $line in
        *"--report json"*) grep -q '"virtualTimeMs": *1000,' out.txt || { echo "expected virtualTimeMs 1000, got:"; cat out.txt; exit 1; } ;;
        *"--png "*) [ -s run.png ] || { echo "no picture was written"; exit 1; } ;;
        *"--trace "*) [ -s trace.json ] || { echo "no trace was written"; exit 1; } ;;
    esac
done < <(sed -n '/^```sh$/,/^```$/p' "$document" | grep '^bash app/run')
[ "$count" -ge 5 ] || { echo "expected at least 5 commands in $document, found $count"; exit 1; }
