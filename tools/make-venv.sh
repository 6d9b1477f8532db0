#!/bin/sh
# Make the virtual environment named by the first argument with the newest suitable Python on this machine.
set -eu

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

for python in python3 python3.13 python3.12 python3.11 none; do
    if fits "$python"; then break; fi
done
if [ "$python" = none ]; then
    echo "Python 3.11 or later is missing. Install it with: apt-get install python3" >&2
    exit 1
fi

if ! mkdir -p "$1" 2>/dev/null || ! [ -w "$1" ]; then
    echo "$1 cannot be written. Copy the project to a folder of your own, and run make there" >&2
    exit 1
fi

# Debian keeps what makes an environment in a package of its own.
"$python" -c 'import ensurepip, venv' 2>/dev/null || "$(dirname "$0")/install-programs.sh" venv
exec "$python" -m venv --clear "$1"
