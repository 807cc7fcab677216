#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# check_guarantees.sh ROOT: every test that lib/docs/guarantees.md names exists.
set -euo pipefail
root=$1 page=$1/lib/docs/guarantees.md
missing=0 found=0
while read -r file name; do
    if [[ $file == compile_fail/* ]]; then
        [[ -f $root/tests/$file.cpp ]] || { echo "$page: there is no test $file"; missing=1; }
    elif ! grep -qsE "void $name\(\)" "$root/tests/lib/${file}_test.cpp"; then
        echo "$page: tests/lib/${file}_test.cpp has no test $name"
        missing=1
    fi
    found=$((found + 1))
done < <(sed 1,6d "$page" | grep -oE '`(compile_fail/[a-z_]+|[a-z_/]+: [A-Za-z0-9]+)`' | tr -d '`:')
((found >= 60)) || { echo "$page: expected at least 60 tests, found $found"; missing=1; }
exit $missing
