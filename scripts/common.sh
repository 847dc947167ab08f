# What the scripts share; sourced by them, with `name` being theirs.

# Downloads fail now and then.
retry() {
    local try
    for try in 1 2 3; do
        "$@" && return
        echo "$name: attempt $try of 3 failed: $*" >&2
        [ "$try" = 3 ] || sleep $((try * 3))
    done
    return 1
}

# Installs packages of Debian: only what is absent, since apt needs root and a network.
apt_install() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok' || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    local sudo=()
    [ "$(id -u)" = 0 ] || sudo=(sudo)
    retry "${sudo[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update
    retry "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" >/dev/null
}
