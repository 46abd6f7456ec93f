# shellcheck shell=bash
# nginx, its certificate, its log, the firewall. Used by the bot and by the relay.

tls=/etc/paymentbot/tls
acme=/var/www/paymentbot

site_id() { if [ "$role" = relay ]; then printf paymentbot-relay; else printf paymentbot; fi; }
server_name() { printf '%s' "${opt[domain]:-${opt[address]}}"; }

# Self-signed at first in any case: nginx cannot answer Let's Encrypt without a certificate.
step_certificate() {
  note "A certificate of our own. Telegram accepts it because it is told of it (webhook set); with Let's Encrypt it serves until theirs is there."
  folder $tls 755 root:root
  local subject
  subject=$(server_name)
  local alternative=DNS:$subject
  [ -z "${opt[address]:-}" ] || alternative=IP:$subject
  if [ -s "$root$tls/self-signed.pem" ] && [ -s "$root$tls/self-signed.key" ] && [ "$(cat "$root$tls/self-signed.for" 2>/dev/null)" = "$subject" ]; then
    note "there is one for $subject"
  else
    make_certificate "$subject" "$alternative"
  fi
  if [ "${opt[certificate]}" = self-signed ] || [ ! -s "$root/etc/letsencrypt/live/paymentbot/fullchain.pem" ]; then
    link $tls/certificate.pem self-signed.pem nginx.service
    link $tls/certificate.key self-signed.key nginx.service
  fi
}

# The key goes in first and the name last: what is half done has no name yet, and is made anew.
make_certificate() {
  local key=$tls/self-signed.key pem=$tls/self-signed.pem
  record $key
  record $key.new
  record $pem
  record $pem.new
  [ -n "$dry_run" ] || rm -f "$root$tls/self-signed.for"
  notify nginx.service
  note "(for ten years, RSA 2048: what Telegram documents; both files are put in place once they are whole)"
  quietly run openssl req -x509 -newkey rsa:2048 -sha256 -nodes -days 3650 -subj "/CN=$1" -addext "subjectAltName=$2" \
    -keyout "$(inside $key.new)" -out "$(inside $pem.new)"
  [ -n "$dry_run" ] || {
    move_in "$root$key.new" $key 600 root:root
    move_in "$root$pem.new" $pem 644 root:root
  }
  printf '%s\n' "$1" | put $tls/self-signed.for 644 root:root
}

# How a command sees a path: stand-ins run outside of the root folder.
inside() { if [ -n "$stand_ins" ] && [ -z "$dry_run" ]; then printf %s "$root$1"; else printf '%s' "$1"; fi; }

networks() {
  local network
  while IFS= read -r network; do [ -z "$network" ] || printf 'allow %s;\n' "$network"; done <<<"$1"
  [ -z "$1" ] || printf 'deny all;\n'
}

listen() {
  printf 'listen %s%s;' "$1" "$2"
  [ ! -s /proc/net/if_inet6 ] || printf '\n    listen [::]:%s%s;' "$1" "$2"
}

# Behind a relay the caller's address is what the relay says; nobody else is believed.
real_address() {
  local from
  [ -n "${list[behind]:-}" ] || return 0
  while IFS= read -r from; do printf 'set_real_ip_from %s;\n    ' "$from"; done <<<"${list[behind]}"
  printf 'real_ip_header X-Forwarded-For;'
}

http_part() {
  [ "${opt[certificate]}" = letsencrypt ] || return 0
  printf '\n'
  fill nginx-acme.conf "NAME=$(server_name)" "LISTEN=$(listen 80 '')" "ACME=$acme"
}

transport_security() {
  [ "${opt[certificate]}" != letsencrypt ] || printf 'add_header Strict-Transport-Security "max-age=31536000" always;'
}

# site UPSTREAM SCHEME LOCATIONS
site() {
  fill nginx-site.conf "ID=$(site_id)" "UPSTREAM=$1" "NAME=$(server_name)" "LISTEN=$(listen "${opt[port]}" ' ssl')" "TLS=$tls" \
    "REAL_ADDRESS=$(real_address)" "HSTS=$(transport_security)" "LOCATIONS=$3"
  http_part
}

put_site() {
  local id
  id=$(site_id)
  folder /var/log/paymentbot 750 root:adm
  [ "${opt[certificate]}" != letsencrypt ] || folder $acme 755 root:root
  fill logrotate | put /etc/logrotate.d/paymentbot 644 root:root
  put "/etc/nginx/sites-available/$id.conf" 644 root:root nginx.service
  link "/etc/nginx/sites-enabled/$id.conf" "/etc/nginx/sites-available/$id.conf" nginx.service
  web_up
}

web_up() {
  live nginx -t
  run systemctl enable nginx.service
  if notified nginx.service; then live systemctl reload-or-restart nginx.service; else live systemctl start nginx.service; fi
  settled nginx.service
}

step_nginx() {
  note "nginx answers the world on ${opt[port]} and hands on what may pass. Telegram's networks may change: https://core.telegram.org/bots/webhooks"
  local locations
  networks "${list[telegram-network]}" | put /etc/paymentbot/nginx/telegram-networks.conf 644 root:root nginx.service
  networks "${list[erp-network]:-}" | put /etc/paymentbot/nginx/erp-networks.conf 644 root:root nginx.service
  locations=$(fill nginx-bot.conf "ID=$(site_id)" SCHEME=http UPSTREAM_TLS=)
  site "127.0.0.1:${opt[bot-port]}" http "$locations" | put_site
}

step_letsencrypt() {
  if [ "${opt[certificate]}" != letsencrypt ]; then
    note "not wanted"
    return 0
  fi
  note "The certificate of Let's Encrypt; Debian's certbot.timer renews it, and the hook tells nginx."
  fill renewal-hook | put /etc/letsencrypt/renewal-hooks/deploy/paymentbot 755 root:root
  local contact=(--register-unsafely-without-email)
  [ -z "${opt[email]:-}" ] || contact=(--email "${opt[email]}")
  live certbot certonly --non-interactive --agree-tos "${contact[@]}" --webroot --webroot-path $acme \
    --cert-name paymentbot --domain "${opt[domain]}" --keep-until-expiring
  if is_up || [ -s "$root/etc/letsencrypt/live/paymentbot/fullchain.pem" ]; then
    link $tls/certificate.pem /etc/letsencrypt/live/paymentbot/fullchain.pem nginx.service
    link $tls/certificate.key /etc/letsencrypt/live/paymentbot/privkey.pem nginx.service
    web_up
  fi
}

# --- firewall --------------------------------------------------------------------------------------------------------

# Every port ssh listens on or this very session came in by.
ssh_ports() {
  {
    machine sshd -T 2>/dev/null | sed -n 's/^port //p'
    [ -z "${SSH_CONNECTION:-}" ] || printf '%s\n' "${SSH_CONNECTION##* }"
  } | grep -E '^[0-9]+$' | sort -un || :
}

# allow RULE COMMENT: leaves alone what the administrator has allowed himself.
allow() {
  local added
  added=$(machine ufw show added 2>/dev/null || :)
  if grep -qE "^ufw allow $1( comment .*)?\$" <<<"$added"; then
    note "allowed already: $1"
  else
    run ufw allow "$1" comment "$2"
  fi
}

step_firewall() {
  if [ "${opt[firewall]}" = none ]; then
    note "not wanted (--firewall none); open these yourself: $(wanted_ports)"
    return 0
  fi
  note "Closed but for what is listed here. ssh comes first, so that nobody locks himself out."
  local port ports
  ports=$(ssh_ports)
  [ -n "$ports" ] || ports=22
  for port in $ports; do allow "$port/tcp" 'paymentbot ssh'; done
  for port in $(wanted_ports); do allow "$port" "paymentbot $role"; done
  close_unwanted
  if [ -z "$dry_run" ] && is_up; then
    for port in $ports; do
      grep -qE "^ufw (allow|limit) ($port(/tcp)?|OpenSSH)( |\$)" <<<"$(machine ufw show added)" || fail "ufw did not take the rule for ssh on $port; it stays off"
    done
  fi
  live ufw --force enable
}

# The ports that rules of this role opened.
opened() { machine ufw show added 2>/dev/null | sed -n "s/^ufw allow \(.*\) comment 'paymentbot $role'\$/\1/p" || :; }

# What an earlier run opened and this one does not want.
close_unwanted() {
  local port
  for port in $(opened); do
    grep -qxF -- "$port" <<<"$(wanted_ports)" || run ufw --force delete allow "$port"
  done
}

# What this role opened, and nothing else; ssh stays open.
close_firewall() {
  local port
  for port in $(opened); do run ufw --force delete allow "$port"; done
}
