#!/bin/sh
# Install by apt each named program that this machine lacks, where that can be done without asking for a password.
# Where it cannot be done this only says so: the test that wants the program fails with the line that installs it.
set -eu

# The commands, libraries or files that count as having a program, then Debian's package for it.
describe() {
    case $1 in
        chromium) echo "chromium chromium-browser google-chrome google-chrome-stable : chromium" ;;
        # Debian calls its Firefox so, and other systems have another.
        firefox) echo "firefox-esr firefox : firefox-esr" ;;
        git) echo "git : git" ;;
        java) echo "java : default-jre-headless" ;;
        nginx) echo "nginx : nginx-light" ;;
        npm) echo "npm : npm" ;;
        pandoc) echo "pandoc : pandoc" ;;
        pdftotext) echo "pdftotext : poppler-utils" ;;
        # The fonts that tests lay pages out with; see tests/support/fonts.py.
        wide-font) echo "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf : fonts-dejavu-core" ;;
        middle-font) echo "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf : fonts-liberation" ;;
        narrow-font) echo "/usr/share/fonts/truetype/roboto/unhinted/RobotoCondensed-Regular.ttf : fonts-roboto-unhinted" ;;
        driver) echo "libatomic.so.1 : libatomic1" ;; # what Playwright starts the browser with asks for it
        venv) echo ": python3-venv" ;;
        *) echo "install-programs.sh knows no program called $1" >&2; exit 2 ;;
    esac
}

is_here() {
    for name in $1; do
        case $name in
            lib*) if /sbin/ldconfig -p | grep -qF "$name"; then return 0; fi ;;
            /*) if [ -e "$name" ]; then return 0; fi ;;
            *) if command -v "$name" >/dev/null 2>&1; then return 0; fi ;;
        esac
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo --non-interactive "$@"; fi
}

missing=""
for program in "$@"; do
    described=$(describe "$program")
    is_here "${described%%:*}" || missing="$missing ${described##*: }"
done
[ -n "$missing" ] || exit 0

# Another program may be installing something: apt then waits for it, for five minutes at most.
# shellcheck disable=SC2086 # the names are words
if ! command -v apt-get >/dev/null || ! as_root apt-get update -qq ||
    ! as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 $missing; then
    echo "Not installed:$missing. As root: apt-get install$missing" >&2
fi
