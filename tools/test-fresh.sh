#!/bin/sh
# Run the tests in a new root of Debian that has what the README asks for and nothing else: Python, make and apt.
#   tools/test-fresh.sh [SUITE [COMMAND]]     as root; SUITE is bookworm unless named, COMMAND is "make test"
# What a suite finds on one machine by luck (a font, a browser, a library) is missed here.
set -eu

suite=${1:-bookworm}
command=${2:-make test}
project=$(cd "$(dirname "$0")/.." && pwd)

if [ "$(id -u)" != 0 ]; then
    echo "A new root can be made by root only: sudo make test-fresh" >&2
    exit 2
fi
if ! command -v debootstrap >/dev/null; then
    apt-get update -qq && apt-get install -qq -y --no-install-recommends debootstrap >&2
fi

root=$(mktemp -d)
chmod 755 "$root" # apt reads its archives as a user of its own
leave() {
    status=$?
    umount -l "$root/proc" "$root/dev" 2>/dev/null || true
    rm -rf "$root"
    exit $status
}
trap leave EXIT INT TERM

# From the mirror that this machine installs from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/*$')
debootstrap --variant=minbase --include=python3,make,ca-certificates "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}
rm -f "$root.log"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"

# The way out is that of this machine: names, certificates, and where its package programs are told to ask.
for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt /etc/pip.conf /etc/npmrc; do
    if [ -f "$file" ]; then cp -L "$file" "$root$file"; fi
done
if [ -f "$HOME/.npmrc" ]; then cp "$HOME/.npmrc" "$root/srv/.npmrc"; fi
ways=$(env | grep -E '^(PIP_|NPM_|npm_config_|NODE_EXTRA_CA_CERTS=|SSL_CERT_|REQUESTS_CA_BUNDLE=|https?_proxy=|no_proxy=)' |
    grep -v '^PIP_FIND_LINKS=' || true)

# A copy of what is committed, under a plain name.
git clone --quiet --no-hardlinks "$project" "$root/srv/guide"

# shellcheck disable=SC2086 # settings of the environment are words
chroot "$root" /usr/bin/env -i HOME=/srv PATH=/usr/sbin:/usr/bin:/sbin:/bin CI="${CI:-}" $ways \
    /bin/sh -c "cd /srv/guide && $command"
