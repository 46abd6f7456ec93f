# shellcheck shell=bash
# A way out for the staff and for the bot: SOCKS5 (dante), HTTP (tinyproxy), MTProxy; each with its links for Telegram.

proxy=/etc/paymentbot/proxy
mtproxy_source=https://github.com/TelegramMessenger/MTProxy
mtproxy_commit=cafc3380a81671579ce366d0594b9a8e450827e9
# https://core.telegram.org/resources/cidr.txt
telegram_destinations=(
  91.105.192.0/23 91.108.4.0/22 91.108.8.0/22 91.108.12.0/22 91.108.16.0/22 91.108.20.0/22 91.108.56.0/22
  149.154.160.0/20 185.76.151.0/24
)
# What a stranger with a login must not reach through us: this machine and its neighbours.
inner_networks=(0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16 224.0.0.0/4 240.0.0.0/4)

wanted_ports() {
  case $role in
  bot | relay)
    printf '%s/tcp\n' "${opt[port]}"
    [ "${opt[certificate]}" != letsencrypt ] || printf '80/tcp\n'
    [ -z "${opt[wireguard]:-}" ] || printf '%s/udp\n' "${opt[wireguard-port]}"
    ;;
  proxy)
    printf '%s/tcp\n' "${opt[socks-port]}"
    [ -z "${opt[http]:-}" ] || printf '%s/tcp\n' "${opt[http-port]}"
    [ -z "${opt[mtproxy]:-}" ] || printf '%s/tcp\n' "${opt[mtproxy-port]}"
    ;;
  esac
}

# The interface of the default route.
outward() {
  [ -n "${opt[external]:-}" ] || opt[external]=$(awk '$2 == "00000000" { print $1; exit }' /proc/net/route 2>/dev/null)
  printf '%s' "${opt[external]:-eth0}"
}

destination_rules() {
  local to
  while IFS= read -r to; do
    case $to in
    telegram) for to in "${telegram_destinations[@]}"; do socks_rule pass "$to"; done ;;
    any)
      for to in "${inner_networks[@]}"; do socks_rule block "$to"; done
      socks_rule pass 0.0.0.0/0
      ;;
    *) socks_rule pass "$to" ;;
    esac
  done <<<"${list[destination]}"
}

socks_rule() {
  if [ "$1" = pass ]; then
    printf 'socks pass {\n  from: 0.0.0.0/0 to: %s\n  command: connect\n  protocol: tcp\n  proxyprotocol: socks_v5\n' "$2"
    printf '  socksmethod: pam.username\n  pam.servicename: paymentbot-socks\n  log: error\n}\n'
  else
    printf 'socks block {\n  from: 0.0.0.0/0 to: %s\n  log: error\n}\n' "$2"
  fi
}

# The passwords themselves, because the links have them; for root alone.
step_logins() {
  note "A password for each login, made once. --login names who may use the proxy; whoever is not named any more is out."
  user paymentbot-proxy /nonexistent
  folder $proxy 755 root:root
  folder $proxy/passwords 700 root:root data
  local login hashes=''
  while IFS= read -r login; do
    made "$proxy/passwords/$login" 600 root:root openssl rand -hex 12
    [ -n "$dry_run" ] || hashes+="$login:$(hash_of "$login")"$'\n'
  done <<<"${list[login]}"
  drop_logins
  if [ -n "$dry_run" ]; then
    note "write $proxy/logins (root:paymentbot-proxy, 640): each login with its hash, openssl passwd -6"
  else
    printf %s "$hashes" | put $proxy/logins 640 root:paymentbot-proxy
  fi
}

# The salt comes of the password: the same file each time.
hash_of() {
  local salt
  salt=$(sha256sum <"$root$proxy/passwords/$1")
  machine openssl passwd -6 -salt "${salt:0:16}" -stdin <"$root$proxy/passwords/$1"
}

drop_logins() {
  local file
  for file in "$root$proxy/passwords"/*; do
    [ ! -e "$file" ] || grep -qxF -- "${file##*/}" <<<"${list[login]}" || gone "${file#"$root"}"
  done
}

step_socks() {
  note "SOCKS5 on ${opt[socks-port]} for the logins above, to ${list[destination]//$'\n'/, }. Debian's own danted.service stays off."
  fill pam | put /etc/pam.d/paymentbot-socks 644 root:root
  fill danted.conf "PORT=${opt[socks-port]}" "EXTERNAL=$(outward)" "RULES=$(destination_rules)" | put $proxy/danted.conf 644 root:root paymentbot-socks.service
  fill paymentbot-socks.service | put /etc/systemd/system/paymentbot-socks.service 644 root:root paymentbot-socks.service
  units_read
  down danted.service
  up paymentbot-socks.service
}

step_http() {
  if [ -z "${opt[http]:-}" ]; then
    no_more paymentbot-http.service $proxy/tinyproxy.conf $proxy/tinyproxy-filter
    return 0
  fi
  note "HTTP CONNECT on ${opt[http-port]} for the same logins, to Telegram alone."
  local login logins=''
  while IFS= read -r login; do logins+="BasicAuth $login $(password_of "$login")"$'\n'; done <<<"${list[login]}"
  fill tinyproxy-filter | put $proxy/tinyproxy-filter 644 root:root paymentbot-http.service
  fill tinyproxy.conf "PORT=${opt[http-port]}" "LOGINS=$logins" | put $proxy/tinyproxy.conf 640 root:paymentbot-proxy paymentbot-http.service
  fill paymentbot-http.service | put /etc/systemd/system/paymentbot-http.service 644 root:root paymentbot-http.service
  units_read
  up paymentbot-http.service
}

step_mtproxy() {
  if [ -z "${opt[mtproxy]:-}" ]; then
    no_more paymentbot-mtproxy-config.timer
    no_more paymentbot-mtproxy.service /etc/systemd/system/paymentbot-mtproxy-config.service
    return 0
  fi
  note "MTProxy on ${opt[mtproxy-port]}, from Telegram's source at a fixed commit; Debian has no package of it."
  packages git make gcc libc6-dev libssl-dev zlib1g-dev curl ca-certificates
  folder /usr/local/lib/paymentbot 755 root:root
  fill mtproxy-build "SOURCE=$mtproxy_source" "COMMIT=$mtproxy_commit" | put /usr/local/lib/paymentbot/mtproxy-build 755 root:root
  fill mtproxy-config | put /usr/local/lib/paymentbot/mtproxy-config 755 root:root
  record /usr/local/lib/paymentbot/mtproto-proxy
  if [ "$(cat "$root$proxy/mtproxy-commit" 2>/dev/null)" = "$mtproxy_commit" ]; then
    note "it is built"
  else
    run /usr/local/lib/paymentbot/mtproxy-build
    printf '%s\n' "$mtproxy_commit" | put $proxy/mtproxy-commit 644 root:root paymentbot-mtproxy.service
  fi
  made $proxy/mtproxy-secret 600 root:root openssl rand -hex 16
  folder /var/lib/paymentbot-mtproxy 755 root:root
  record /var/lib/paymentbot-mtproxy/proxy-secret
  record /var/lib/paymentbot-mtproxy/proxy-multi.conf
  run /usr/local/lib/paymentbot/mtproxy-config
  fill paymentbot-mtproxy.service "PORT=${opt[mtproxy-port]}" | put /etc/systemd/system/paymentbot-mtproxy.service 644 root:root paymentbot-mtproxy.service
  fill paymentbot-mtproxy-config.service | put /etc/systemd/system/paymentbot-mtproxy-config.service 644 root:root
  fill paymentbot-mtproxy-config.timer | put /etc/systemd/system/paymentbot-mtproxy-config.timer 644 root:root
  units_read
  up paymentbot-mtproxy.service
  record /var/lib/systemd/timers/stamp-paymentbot-mtproxy-config.timer
  up paymentbot-mtproxy-config.timer
}

password_of() { if [ -n "$dry_run" ]; then printf '(its password)'; else cat "$root$proxy/passwords/$1"; fi; }

show_link() {
  say ''
  say "$1"
  say "  $2"
  say "  ${2/tg:\/\//https://t.me/}"
  qrencode -t ANSIUTF8 -m 1 -- "$2" 2>/dev/null || note "(qrencode is not here to draw it)"
}

step_links() {
  note "Whoever opens a link or points the phone's camera at its picture has the proxy in Telegram. Treat them as the passwords they contain."
  if [ -n "$dry_run" ]; then
    note "print tg://socks?server=$(server_name)&port=${opt[socks-port]}&user=...&pass=... for each login$([ -z "${opt[mtproxy]:-}" ] || printf ', and tg://proxy?server=%s&port=%s&secret=dd...' "$(server_name)" "${opt[mtproxy-port]}")"
    return 0
  fi
  local login
  while IFS= read -r login; do
    show_link "SOCKS5, $login" "tg://socks?server=$(server_name)&port=${opt[socks-port]}&user=$login&pass=$(cat "$root$proxy/passwords/$login")"
  done <<<"${list[login]}"
  [ -z "${opt[http]:-}" ] || say "HTTP: $(server_name), port ${opt[http-port]}, the same logins (Telegram Desktop; it has no link for these)"
  [ -z "${opt[mtproxy]:-}" ] || show_link MTProxy "tg://proxy?server=$(server_name)&port=${opt[mtproxy-port]}&secret=dd$(cat "$root$proxy/mtproxy-secret")"
  say ''
  say "For the bot itself: Telegram__Proxy=socks5://LOGIN:PASSWORD@$(server_name):${opt[socks-port]}"
}
