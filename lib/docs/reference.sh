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
mkdir -p "$folder/html/examples"
cp lib/examples/*.cpp lib/examples/*.expected "$folder/html/examples"
[ -s "$folder/html/index.html" ] || { echo "no $folder/html/index.html was made"; exit 1; }
