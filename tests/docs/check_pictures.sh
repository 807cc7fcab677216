#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The pictures that are kept are those that the README and the guide show, tests/pictures knows how to make each of them, none has more than
# 60 kB (the window's own 200), and to make one twice gives the same file.
#   check_pictures.sh ROOT PROGRAM ALBUM FOLDER
set -euo pipefail
root=$1
folder=$4
export ASYNCADE_PROGRAM=$2 ASYNCADE_ALBUM=$3
fail() { echo "$*"; exit 1; }
rm -rf "$folder"

shown=$(grep -rhoE 'resources/pictures/[a-z0-9-]+\.png' "$root/README.md" "$root/lib/docs" | sed 's|.*/||; s|\.png$||' | sort -u)
kept=$(cd "$root/resources/pictures" && ls | sed 's|\.png$||' | sort)
[ "$shown" = "$kept" ] || fail "documents show:"$'\n'"$shown"$'\n'"resources/pictures keeps:"$'\n'"$kept"
mapfile -t names <<<"$shown"
bash "$root/tests/pictures" "$folder/once" "${names[@]}" # Fails where one is not known.
for name in "${names[@]}"; do
    size=$(stat -c %s "$root/resources/pictures/$name.png")
    case $name in guide-*) most=61440 ;; *) most=204800 ;; esac
    [ "$size" -le "$most" ] || fail "$name: expected at most $most bytes, has $size"
    grep -qF "\"$name.png\"" "$folder/once/index.html" || fail "the index lacks $name"
done

doubled=$({ "$ASYNCADE_ALBUM" --list && "$ASYNCADE_ALBUM" --language de --list; } | cut -f1 | sort | uniq -d)
[ -z "$doubled" ] || fail "two pictures have the name $doubled"

few=(guide-race playground-light pattern-debounce-dark past-branched small-german-details-dark)
bash "$root/tests/pictures" "$folder/first" "${few[@]}"
bash "$root/tests/pictures" "$folder/second" "${few[@]}"
diff -r "$folder/first" "$folder/second" || fail "made twice, they are not the same"
