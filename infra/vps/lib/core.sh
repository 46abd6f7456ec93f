# shellcheck shell=bash
# What every step stands on. Each primitive does nothing when things are as they should be, makes a file appear whole or not at all, and in a dry run
# says what it would do instead. Nothing else in these scripts changes the machine.

declare -A opt=()      # one value per option
declare -A list=()     # several values per option, a line each
root=''                # --root: the folder that stands for /
stand_ins=''           # --stand-ins: the folder whose commands are called instead of the machine's
dry_run=''
role=bot
setup=/etc/paymentbot/setup

say() { printf '%s\n' "$*"; }
note() { printf '   %s\n' "$*"; }
fail() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}

# The only door to commands that know the machine: users, packages, services, firewall.
machine() {
  if [ -n "$stand_ins" ]; then
    "$stand_ins/${1##*/}" "${@:2}"
  elif [ -n "$root" ]; then
    chroot "$root" "$@"
  else
    "$@"
  fi
}

# Words as one would type them.
typed() {
  local word out=''
  for word in "$@"; do
    case $word in
    '' | *[!A-Za-z0-9_@%+=:,./-]*) out+=" '${word//\'/\'\\\'\'}'" ;;
    *) out+=" $word" ;;
    esac
  done
  printf '%s' "${out# }"
}

run() {
  note "\$ $(typed "$@")"
  [ -n "$dry_run" ] || machine "$@"
}

# Hides the chatter of a command that succeeds.
quietly() {
  local said
  said=$(mktemp)
  "$@" 2>"$said" || {
    cat "$said" >&2
    rm -f "$said"
    return 1
  }
  rm -f "$said"
}

# A command that needs the machine to be up: there is none behind a folder.
live() {
  if [ -n "$root" ] && [ -z "$stand_ins" ] && [ -z "$dry_run" ]; then
    note "(left for the machine itself: $(typed "$@"))"
  else
    run "$@"
  fi
}

is_up() { [ -z "$root" ] || [ -n "$stand_ins" ]; }

# --- packages, users ------------------------------------------------------------------------------------------------

packages() {
  local package missing=()
  for package in "$@"; do
    # shellcheck disable=SC2016 # dpkg-query fills it in
    grep -q 'ok installed' <<<"$(machine dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" || missing+=("$package")
  done
  if [ "${#missing[@]}" -eq 0 ]; then
    note "installed already: $*"
    return 0
  fi
  run apt-get update -q
  run env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# user NAME HOME: nobody can log in as it.
user() {
  if machine getent passwd "$1" >/dev/null 2>&1; then
    note "the user $1 is there"
  else
    [ -n "$dry_run" ] || record "$1" users
    run useradd --system --user-group --home-dir "$2" --no-create-home --shell /usr/sbin/nologin "$1"
  fi
}

# --- services -------------------------------------------------------------------------------------------------------

# up UNIT: runs now and after every start of the machine, with its newest files.
up() {
  run systemctl enable "$1"
  if notified "$1"; then live systemctl restart "$1"; else live systemctl start "$1"; fi
  settled "$1"
}

# down UNIT: neither now nor after a start of the machine.
down() {
  run systemctl disable "$1"
  live systemctl stop "$1"
}

# no_more UNIT FILE...: it was wanted once and is not any more.
no_more() {
  note "not wanted"
  [ -e "$root/etc/systemd/system/$1" ] || return 0
  down "$1"
  gone "/etc/systemd/system/$1" "${@:2}"
}

units_read() {
  live systemctl daemon-reload
}

patiently() {
  local attempt
  for attempt in {1..30}; do
    machine "$@" && return 0
    [ "$attempt" -eq 30 ] || sleep "${PAYMENTBOT_PAUSE:-1}"
  done
  return 1
}

# check WHAT PATTERN VALUE
check() {
  [[ $3 =~ ^($2)$ ]] || fail "$1: '$3' is none"
}
