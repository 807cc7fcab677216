#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Compiles a program against the library with the CMake lines that a document shows, and nothing else that knows of it.
#   readme_cmake.sh DOCUMENT SOURCE_FOLDER CMAKE CXX_COMPILER
set -euo pipefail
document=$1
source=$2
cmake=$3
compiler=$4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
ln -s "$source" asyncade
lines=$(sed -n '/^```cmake$/,/^```$/p' "$document" | grep -v '^```')
[ -n "$lines" ] || { echo "no cmake block in $document"; exit 1; }
cat >CMakeLists.txt <<EOF
cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
add_executable(my_program main.cpp)
$lines
EOF
cat >main.cpp <<'EOF'
#include <asyncade/asyncade.h>
int main()
{
    asyncade::VirtualClock clock;
    clock.run([]() -> QCoro::Task<> { co_await asyncade::sleepFor(std::chrono::hours(24)); });
}
EOF
"$cmake" -S . -B build -G Ninja -DCMAKE_CXX_COMPILER="$compiler" >configured.txt 2>&1 || { cat configured.txt; exit 1; }
# The program's own file only: it shows that headers and options arrive; the library itself is built elsewhere.
"$cmake" --build build --target CMakeFiles/my_program.dir/main.cpp.o
