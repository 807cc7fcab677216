#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The pictures that are kept are those that tests/pictures makes, each of at most 60 kB, and each is shown by some document.
#   check_pictures.sh ROOT PROGRAM FOLDER
set -euo pipefail
root=$1
folder=$3
rm -rf "$folder"
ASYNCADE_PROGRAM=$2 bash "$root/tests/pictures" "$folder"
made=$(cd "$folder" && ls)
kept=$(cd "$root/resources/pictures" && ls)
[ "$made" = "$kept" ] || { printf 'tests/pictures makes:\n%s\nresources/pictures keeps:\n%s\n' "$made" "$kept"; exit 1; }
for name in $kept; do
    size=$(stat -c %s "$root/resources/pictures/$name")
    [ "$size" -le 61440 ] || { echo "$name: expected at most 61440 bytes, has $size"; exit 1; }
    grep -rqF "resources/pictures/$name" "$root/README.md" "$root/lib/docs" || { echo "$name: no document shows it"; exit 1; }
done
