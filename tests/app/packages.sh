#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Which packages app/build.sh asks for, and what it does when they cannot be had: tried with stand-ins for dpkg-query, apt-get and sudo.
#
#   packages.sh PATH_OF_BUILD_SH
set -uo pipefail
script=$1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin"
failed=0

# stub NAME BODY
stub() { printf '#!/bin/bash\n%s\n' "$2" >"$place/bin/$1" && chmod +x "$place/bin/$1"; }
# Prints what is installed, one package a line, from a list.
stub dpkg-query 'sed "s/^/installed /" "'"$place"'/installed"'
stub apt-get 'echo "apt-get $*" >>"'"$place"'/calls"; exec "'"$place"'/apt"'
stub sudo '"$@"'
apt() { printf '#!/bin/bash\n%s\n' "$1" >"$place/apt" && chmod +x "$place/apt"; }

# run [PACKAGE...]: what a start says and how it ends; the calls of apt-get come after it.
run() {
    : >"$place/calls"
    PATH="$place/bin:$PATH" ASYNCADE_BUILD_DIR="$place/build" bash -c 'source "$0"; ensurePackages "$@"' "$script" "$@" 2>&1
    echo "status $?"
    sed 's/ -o [^ ]*//g' "$place/calls"
}

# expect WHAT PATTERN: the last run's words must match.
expect() {
    if ! grep -qE -- "$2" <<<"$said"; then
        printf 'FAIL: %s\n  no "%s" in:\n%s\n' "$1" "$2" "$said"
        failed=1
    fi
}
expectNot() {
    if grep -qE -- "$2" <<<"$said"; then
        printf 'FAIL: %s\n  "%s" in:\n%s\n' "$1" "$2" "$said"
        failed=1
    fi
}

all=$(bash -c 'source "$0"; printf "%s\n" "${needed[@]}" "${wanted[@]}"' "$script")
apt 'exit 0'

echo "$all" >"$place/installed"
said=$(run)
expect "all there" '^status 0$'
expectNot "all there: nobody is asked" 'apt-get|installing'

grep -vx ccache <<<"$all" >"$place/installed"
said=$(run)
expect "one is missing" 'installing 1 missing packages: ccache'
expect "it is installed" 'apt-get install .* ccache$'

said=$(run doxygen)
expect "what a caller wants besides" 'installing 2 missing packages: ccache doxygen'

apt 'exit 1'
said=$(run)
expect "what can be done without" 'going on without ccache'
expect "it goes on" '^status 0$'
said=$(run)
expect "told again" 'going on without ccache, which could not be installed lately'
expectNot "not tried at every start" 'apt-get'
touch -d '2 days ago' "$place/build/.without"
said=$(run)
expect "tried again the other day" 'apt-get update'
said=$(run doxygen)
expect "another list is tried" 'apt-get update'

grep -vx cmake <<<"$all" >"$place/installed"
said=$(run)
expect "what must be there" 'could not install cmake.*apt-get install cmake'
expect "the status that neither the program nor ctest uses" '^status 125$'
said=$(run)
expect "is tried at every start" 'apt-get update'

exit $failed
