#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes the guide and the API reference as web pages; every warning of Doxygen is an error.
#   reference.sh DOXYGEN FOLDER
set -euo pipefail
doxygen=$1
folder=$2
mkdir -p "$folder"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
{ cat lib/docs/Doxyfile; printf 'OUTPUT_DIRECTORY = "%s"\n' "$folder"; } | "$doxygen" -
rm -rf "$folder/html/examples" "$folder/html/include"
cp -r lib/examples lib/include "$folder/html"
cp tests/lib/examples/*.cpp "$folder/html/examples"
[ -s "$folder/html/index.html" ] || { echo "no $folder/html/index.html was made"; exit 1; }
# What pages link to is there, too.
cd "$folder/html"
missing=$(grep -ohE 'href="[^"]+"' ./*.html | sed -E 's/^href="//; s/[#"].*//' | grep -vE '^(https?:|mailto:|$)' | sort -u | while IFS= read -r target; do [ -e "$target" ] || echo "$target"; done)
[ -z "$missing" ] || { printf 'links that lead nowhere:\n%s\n' "$missing"; exit 1; }
