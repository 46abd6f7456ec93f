#!/usr/bin/env bash
# Sets up a small Debian or Ubuntu server for PaymentBot; docs/vps.md explains it.
#
#   install.sh --domain bot.example.ru --package paymentbot.zip          the bot: service, nginx, certificate, firewall, nightly backup
#   install.sh --role relay --domain r.example.ru --upstream http://10.66.66.2:8080 --wireguard      only the reverse proxy
#   install.sh --role proxy --domain p.example.ru --login ivanov --mtproxy                           a way out for the staff
#
#   --dry-run      says what would be done, as one would do it by hand, and changes nothing
#   --uninstall    takes it away again; data, settings and secrets stay unless there is --purge
#   --rollback     back to the release before (role bot)
#   --links        prints the links for Telegram again (role proxy)
#
# It may be run again at any time, with or without arguments: it remembers them, does what is left to do and leaves the rest alone.
set -euo pipefail
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
# shellcheck source=lib/core.sh
. "$here/lib/core.sh"
# shellcheck source=lib/files.sh
. "$here/lib/files.sh"
# shellcheck source=lib/settings.sh
. "$here/lib/settings.sh"
# shellcheck source=lib/program.sh
. "$here/lib/program.sh"
# shellcheck source=lib/web.sh
. "$here/lib/web.sh"
# shellcheck source=lib/relay.sh
. "$here/lib/relay.sh"
# shellcheck source=lib/proxy.sh
. "$here/lib/proxy.sh"
# shellcheck source=lib/uninstall.sh
. "$here/lib/uninstall.sh"

purged=''
action=install
readonly singles=' domain address port certificate email package sha256 bot-port memory keep-backups firewall secrets-from upstream upstream-ca tunnel wireguard-port peer-public-key socks-port http-port mtproxy-port external '
readonly lists=' erp-network telegram-network behind path login destination '
readonly flags=' wireguard http mtproxy '
readonly forgotten=' package sha256 secrets-from '

take() {
  [ "$#" -ge 2 ] || fail "$1 needs a value"
  case $2 in *$'\n'*) fail "$1: one line, please" ;; esac
}

# take_option --NAME [VALUE]: says in $taken how many words it took.
take_option() {
  local name=${1#--}
  taken=2
  case " $singles $lists $flags " in
  *" $name "*) ;;
  *) fail "unknown argument $1; the beginning of this file lists them" ;;
  esac
  if [[ $flags == *" $name "* ]]; then
    opt[$name]=yes
    taken=1
    return 0
  fi
  take "$@"
  if [[ $singles == *" $name "* ]]; then
    opt[$name]=$2
  elif [ -n "${fresh[$name]:-}" ]; then
    list[$name]+=$'\n'$2
  else
    # The first one given takes the place of those remembered.
    fresh[$name]=yes
    list[$name]=$2
  fi
}

read_arguments() {
  local taken
  declare -A fresh=()
  while [ "$#" -gt 0 ]; do
    taken=1
    case $1 in
    --role | --root | --stand-ins) taken=2 ;; # read before
    --dry-run) dry_run=yes ;;
    --uninstall) action=uninstall ;;
    --purge) purged=yes ;;
    --rollback) action=rollback ;;
    --links) action=links ;;
    --no-wireguard | --no-http | --no-mtproxy) unset "opt[${1#--no-}]" ;;
    -h | --help)
      sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"
      exit 0
      ;;
    --*) take_option "$@" ;;
    *) fail "unknown argument $1; the beginning of this file lists them" ;;
    esac
    shift "$taken"
  done
}

# Role and root first: they say where the remembered options are.
read_place() {
  while [ "$#" -gt 0 ]; do
    case $1 in
    --role) take "$@" && role=$2 && shift ;;
    --root) take "$@" && root=${2%/} && shift ;;
    --stand-ins) take "$@" && stand_ins=$2 && shift ;;
    esac
    shift
  done
  case $role in bot | relay | proxy) ;; *) fail "--role: bot, relay or proxy" ;; esac
  [ -z "$root" ] || [ -d "$root" ] || fail "--root: there is no folder $root"
  [ -z "$stand_ins" ] || [ -n "$root" ] || fail "--stand-ins is for trying things out, with --root"
}

remembered() {
  local file line name
  file=$root$setup/$role.conf
  [ -f "$file" ] || return 0
  while IFS= read -r line; do
    name=${line%%=*}
    if [[ $lists == *" $name "* ]]; then
      list[$name]+=${list[$name]:+$'\n'}${line#*=}
    elif [[ $singles$flags == *" $name "* ]]; then
      opt[$name]=${line#*=}
    fi
  done <"$file"
}

remember() {
  local name value
  {
    echo '# What install.sh was told; written by it.'
    for name in $singles $flags; do
      [[ $forgotten == *" $name "* ]] || [ -z "${opt[$name]:-}" ] || printf '%s=%s\n' "$name" "${opt[$name]}"
    done
    for name in $lists; do
      [ -z "${list[$name]:-}" ] || while IFS= read -r value; do printf '%s=%s\n' "$name" "$value"; done <<<"${list[$name]}"
    done
  } | put "$setup/$role.conf" 600 root:root
}

assume() { [ -n "${opt[$1]:-}" ] || opt[$1]=$2; }

defaults() {
  assume port 443
  assume bot-port 8080
  assume memory 512M
  assume keep-backups 14
  assume firewall ufw
  assume tunnel 10.66.66
  assume wireguard-port 51820
  assume socks-port 1080
  assume http-port 3128
  assume mtproxy-port 8443
  [ -n "${opt[certificate]:-}" ] || if [ -n "${opt[address]:-}" ]; then opt[certificate]=self-signed; else opt[certificate]=letsencrypt; fi
  [ -n "${list[telegram-network]:-}" ] || list[telegram-network]=$'149.154.160.0/20\n91.108.4.0/22'
  [ -n "${list[destination]:-}" ] || list[destination]=telegram
}

check_list() {
  local value
  [ -n "${list[$1]:-}" ] || return 0
  while IFS= read -r value; do check "--$1" "$2" "$value"; done <<<"${list[$1]}"
}

check_options() {
  local network='[0-9a-fA-F.:]+(/[0-9]{1,3})?' name
  [ -n "${opt[domain]:-}" ] || [ -n "${opt[address]:-}" ] || fail "--domain NAME, or --address IP when there is no name"
  [ -z "${opt[domain]:-}" ] || [ -z "${opt[address]:-}" ] || fail "--domain or --address, not both"
  [ -z "${opt[domain]:-}" ] || check --domain '[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)+' "${opt[domain]}"
  [ -z "${opt[address]:-}" ] || check --address '[0-9]{1,3}(\.[0-9]{1,3}){3}' "${opt[address]}"
  for name in port bot-port wireguard-port socks-port http-port mtproxy-port; do check "--$name" '[1-9][0-9]{0,4}' "${opt[$name]}"; done
  check --certificate 'letsencrypt|self-signed' "${opt[certificate]}"
  [ "${opt[certificate]}" = self-signed ] || [ -n "${opt[domain]:-}" ] || fail "Let's Encrypt needs --domain"
  check --firewall 'ufw|none' "${opt[firewall]}"
  check --memory '[0-9]+[MG]' "${opt[memory]}"
  check --keep-backups '[1-9][0-9]*' "${opt[keep-backups]}"
  check --tunnel '[0-9]{1,3}(\.[0-9]{1,3}){2}' "${opt[tunnel]}"
  [ -z "${opt[email]:-}" ] || check --email '[^ @]+@[^ @]+' "${opt[email]}"
  [ -z "${opt[external]:-}" ] || check --external '[A-Za-z0-9_.:@-]+' "${opt[external]}"
  for name in erp-network telegram-network behind; do check_list $name "$network"; done
  check_list destination "telegram|any|$network"
  check_list login '[a-z][a-z0-9_-]{0,30}'
  check_list path '/[A-Za-z0-9/_.-]*'
  "check_$role"
}

check_bot() {
  check "--port: Telegram calls 443, 88 and 8443; port" '443|88|8443' "${opt[port]}"
  [ -z "${opt[package]:-}" ] || [[ ${opt[package]} == https://* ]] || [ -f "${opt[package]}" ] || fail "--package: there is no file ${opt[package]}"
  [ -z "${opt[secrets-from]:-}" ] || [ -f "${opt[secrets-from]}" ] || fail "--secrets-from: there is no file ${opt[secrets-from]}"
}

check_relay() {
  [ -n "${opt[upstream]:-}" ] || fail "--upstream http://10.66.66.2:8080 or https://base.example.ru: where the bot or the base is"
  check --upstream 'https?://[A-Za-z0-9.-]+(:[0-9]+)?/?' "${opt[upstream]}"
  [[ ${opt[upstream]} =~ ^(https://|http://(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)) ]] ||
    fail "--upstream: http only to a private address, such as the tunnel's; across the internet it has to be https"
  [ -z "${opt[upstream-ca]:-}" ] || [ -f "${opt[upstream-ca]}" ] || fail "--upstream-ca: there is no file ${opt[upstream-ca]}"
}

check_proxy() { [ -n "${list[login]:-}" ] || fail "--login NAME, once for everybody who may use the proxy"; }

step_packages() {
  note "From Debian's own archive; what is installed already stays as it is."
  local names=(systemd ca-certificates openssl)
  case $role in
  bot) names+=(nginx-light logrotate unzip curl tzdata) ;;
  relay) names+=(nginx-light logrotate) ;;
  proxy) names+=(dante-server libpam-pwdfile qrencode) ;;
  esac
  [ "$role" = proxy ] || [ "${opt[certificate]}" != letsencrypt ] || names+=(certbot)
  [ -z "${opt[wireguard]:-}" ] || names+=(wireguard-tools)
  [ -z "${opt[http]:-}" ] || names+=(tinyproxy-bin)
  [ "${opt[firewall]}" = none ] || names+=(ufw)
  packages "${names[@]}"
}

steps() {
  case $role in
  bot) echo packages user settings secrets certificate program service backup nginx firewall letsencrypt start telegram ;;
  relay) echo packages certificate wireguard relay firewall letsencrypt ;;
  proxy) echo packages logins socks http mtproxy firewall links ;;
  esac
}

run_step() {
  local status number=$1
  say ''
  say "== $number. $2"
  # A subshell outside of any condition: only there does set -e stop the step at its first failing command.
  set +e
  (
    set -e
    "step_$2"
  )
  status=$?
  set -e
  [ "$status" -eq 0 ] || fail "the step '$2' failed; what comes after it was not done. Once mended, run this script again: what is done is not done twice."
}

one_at_a_time() {
  [ -z "$dry_run" ] || return 0
  mkdir -p "$root/run"
  exec 9>"$root/run/paymentbot-setup.lock"
  flock -n 9 || fail "install.sh runs already"
}

main() {
  local step number=0
  read_place "$@"
  remembered
  read_arguments "$@"
  [ -n "$dry_run" ] || [ -n "$stand_ins" ] || [ "$(id -u)" -eq 0 ] || fail "this needs root: sudo $0 ...; --dry-run does not"
  one_at_a_time
  if [ "$action" = uninstall ]; then
    uninstall
    return 0
  fi
  defaults
  check_options
  case $action in
  rollback)
    roll_back || fail "there is no release before the one that runs"
    return 0
    ;;
  links)
    step_links
    return 0
    ;;
  esac
  [ -z "$dry_run" ] || say "What would be done, and how one would do it by hand. Nothing is changed."
  [ -n "$dry_run" ] || mkdir -p "$root$setup"
  remember
  for step in $(steps); do
    number=$((number + 1))
    run_step "$number" "$step"
  done
  [ -n "$dry_run" ] || say ''
  [ -n "$dry_run" ] || say "Done."
}

main "$@"
