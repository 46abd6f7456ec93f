# shellcheck shell=bash
# Only the reverse proxy, in front of a bot or of a 1C base elsewhere, perhaps through a WireGuard tunnel.

tunnel=/etc/wireguard/paymentbot

split_upstream() {
  scheme=${opt[upstream]%%://*}
  upstream=${opt[upstream]#*://}
  upstream=${upstream%/}
  case $upstream in
  *:*) ;;
  *) if [ "$scheme" = https ]; then upstream+=:443; else upstream+=:80; fi ;;
  esac
}

# Only what is encrypted and checked may cross the internet; the other end's certificate may be of the company's own authority.
upstream_tls() {
  [ "$scheme" = https ] || return 0
  local name=${upstream%:*} authorities=/etc/ssl/certs/ca-certificates.crt
  [ -z "${opt[upstream-ca]:-}" ] || authorities=/etc/paymentbot/tls/upstream-ca.pem
  printf 'proxy_ssl_server_name on;\n        proxy_ssl_name %s;\n        proxy_ssl_verify on;\n        proxy_ssl_verify_depth 3;\n' "$name"
  printf '        proxy_ssl_trusted_certificate %s;' "$authorities"
}

relay_locations() {
  local path
  if [ -z "${list[path]:-}" ]; then
    fill nginx-bot.conf "ID=$(site_id)" "SCHEME=$scheme" "UPSTREAM_TLS=$(upstream_tls)"
    return 0
  fi
  while IFS= read -r path; do
    fill nginx-erp.conf "ID=$(site_id)" "SCHEME=$scheme" "UPSTREAM_TLS=$(upstream_tls)" "PATH=$path"
  done <<<"${list[path]}"
}

step_relay() {
  note "nginx answers on ${opt[port]} and hands on to ${opt[upstream]}$([ -z "${list[path]:-}" ] || printf ', these paths alone: %s' "${list[path]//$'\n'/ }")."
  local scheme upstream locations
  split_upstream
  [ -z "${opt[upstream-ca]:-}" ] || put /etc/paymentbot/tls/upstream-ca.pem 644 root:root nginx.service <"${opt[upstream-ca]}"
  networks "${list[telegram-network]}" | put /etc/paymentbot/nginx/telegram-networks.conf 644 root:root nginx.service
  networks "${list[erp-network]:-}" | put /etc/paymentbot/nginx/erp-networks.conf 644 root:root nginx.service
  locations=$(relay_locations)
  site "$upstream" "$scheme" "$locations" | put_site
}

key_or() { cat "$root$1" 2>/dev/null || printf '(made above)'; }

peer_key() { if [ -n "${opt[peer-public-key]:-}" ]; then printf '(the key you made there)'; else key_or $tunnel-peer.key; fi; }

public_of() {
  if [ -s "$root$1" ]; then machine wg pubkey <"$root$1"; else printf '(made above)'; fi
}

step_wireguard() {
  if [ -z "${opt[wireguard]:-}" ]; then
    note "not wanted"
    return 0
  fi
  note "A tunnel to where the bot or the base is: this end is ${opt[tunnel]}.1, the other ${opt[tunnel]}.2. The other end needs no open port."
  folder /etc/wireguard 700 root:root
  made $tunnel.key 600 root:root wg genkey
  made $tunnel.psk 600 root:root wg genpsk
  [ -n "${opt[peer-public-key]:-}" ] || made $tunnel-peer.key 600 root:root wg genkey
  local peer=${opt[peer-public-key]:-}
  [ -n "$peer" ] || peer=$(public_of $tunnel-peer.key)
  fill wireguard.conf "TUNNEL=${opt[tunnel]}" "PORT=${opt[wireguard-port]}" "KEY=$(key_or $tunnel.key)" "PSK=$(key_or $tunnel.psk)" "PEER=$peer" |
    put $tunnel.conf 600 root:root wg-quick@paymentbot.service
  fill wireguard-peer.conf "TUNNEL=${opt[tunnel]}" "SERVER=$(server_name):${opt[wireguard-port]}" "PSK=$(key_or $tunnel.psk)" "RELAY=$(public_of $tunnel.key)" \
    "KEY=$(peer_key)" |
    put $tunnel-peer.conf 600 root:root
  up wg-quick@paymentbot.service
  [ -n "$dry_run" ] || show_peer
}

show_peer() {
  note "The other end's configuration (also in $tunnel-peer.conf; on Windows: WireGuard, Import tunnel):"
  sed 's/^/     | /' "$root$tunnel-peer.conf"
}
