# SPDX-License-Identifier: MIT
# Shared by app/run and tests/run, which source it: packages, configuring, building. Speaks on stderr only, so that stdout
# belongs to the program; ends with status 125 when there is nothing to run, a status that neither the program nor ctest uses.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# Without these nothing can be built. Packages pulled in by these are not listed.
needed=(g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-l10n-tools qcoro-qt6-dev libgl-dev)
# Without these it builds slower, shows in another typeface, or leaves Qt's own dialogs in English.
wanted=(ccache fonts-inter fonts-jetbrains-mono qt6-translations-l10n)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
fail() { say "$*"; exit 125; }

# The packages among the arguments that are not installed, one a line.
missingOf() {
    local installed
    installed=$(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    local package
    for package in "$@"; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || echo "$package"
    done
}

asRoot() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

aptInstall() {
    asRoot apt-get update -q &&
        asRoot env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

# ensurePackages [PACKAGE...]: installs what is missing of the lists above and of these, which are good to have; does nothing, and asks
# nobody, when all is there, or when what can be done without could not be had within the last day.
ensurePackages() {
    if ! command -v dpkg-query >/dev/null; then
        command -v cmake >/dev/null && command -v ninja >/dev/null ||
            fail "this is not a Debian system: install CMake 3.25, Ninja, GCC 12, Qt 6.4 (base, svg, lrelease) and QCoro 0.8 by hand, then start again."
        return
    fi
    local missing blocking without
    mapfile -t missing < <(missingOf "${needed[@]}" "${wanted[@]}" "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    without=$(dirname "$(buildFolder any)")/.without
    mapfile -t blocking < <(missingOf "${needed[@]}")
    if [ ${#blocking[@]} -eq 0 ] && [ "$(find "$without" -mtime -1 -exec cat {} + 2>/dev/null)" = "${missing[*]}" ]; then
        say "going on without ${missing[*]}, which could not be installed lately. To try again: rm $without"
        return 0
    fi
    say "installing ${#missing[@]} missing packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "neither root nor sudo is at hand for that."
    elif aptInstall "${missing[@]}" >&2; then
        rm -f "$without"
        return 0
    fi
    mapfile -t blocking < <(missingOf "${needed[@]}")
    [ ${#blocking[@]} -eq 0 ] ||
        fail "could not install ${blocking[*]}. Check the network, or have root run: apt-get install ${blocking[*]}"
    say "going on without ${missing[*]}: the program looks or builds a little worse for it."
    { mkdir -p "$(dirname "$without")" && echo "${missing[*]}" >"$without"; } 2>/dev/null || true
}

# Whether a build folder must be configured first: never done, interrupted, moved here from elsewhere, or other presets.
mustConfigure() {
    local folder=$1
    [ -f "$folder/build.ninja" ] || return 0
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" 2>/dev/null || return 0
    [ "$root/CMakePresets.json" -nt "$folder/build.ninja" ]
}

# The folder of a preset; ASYNCADE_BUILD_DIR moves them all out of the checkout.
buildFolder() { echo "${ASYNCADE_BUILD_DIR:-$root/build}/$1"; }

# build PRESET [TARGET...]: brings the targets (without any: everything) up to date.
build() {
    local preset=$1 folder
    shift
    folder=$(buildFolder "$preset")
    { mkdir -p "$folder" && [ -w "$folder" ]; } 2>/dev/null ||
        fail "cannot write to $folder. Make it writable, or name another folder: ASYNCADE_BUILD_DIR=~/asyncade-build"
    # One build at a time: a second start waits for the first instead of disturbing it.
    {
        flock 9
        if mustConfigure "$folder"; then
            # From the root, because that is where presets are looked for.
            (cd "$root" && cmake --preset "$preset" --fresh -B "$folder") >&2 ||
                fail "CMake could not configure the project; what it lacks is said above."
        fi
        if [[ $(ninja -C "$folder" -n "$@" 2>/dev/null) != *"no work to do"* ]]; then
            ninja -C "$folder" -j "$(nproc)" "$@" >&2 9>&- || fail "the build failed; the first error is above."
        fi
    } 9>"$folder/.build-lock"
}
