# shellcheck shell=bash
# Takes away what the books say this role has made, last things first. Data stays unless --purge says otherwise.

listed() { cat "$root$setup/$role.$1" 2>/dev/null || :; }

stop_units() {
  local path
  listed files | while IFS= read -r path; do
    case $path in
    /etc/systemd/system/*.timer | /etc/systemd/system/*.service) down "${path##*/}" || note "(it was not there)" ;;
    /etc/wireguard/paymentbot.conf) down wg-quick@paymentbot.service || note "(it was not there)" ;;
    esac
  done
}

# Folders that are ours alone go with all they hold; others only once they are empty.
take_away() {
  local path target
  listed "$1" | tac | while IFS= read -r path; do
    target=$root$path
    if [ -d "$target" ] && [ ! -L "$target" ]; then
      case $path in
      /opt/paymentbot* | /var/*/paymentbot*)
        note "\$ rm -r $path"
        [ -n "$dry_run" ] || rm -rf "$target"
        ;;
      *) [ -n "$dry_run" ] || rmdir "$target" 2>/dev/null || note "$path stays, it holds something else" ;;
      esac
    else
      gone "$path"
    fi
  done
}

purge() {
  local name
  if [ "${opt[certificate]:-}" = letsencrypt ] && [ -e "$root/etc/letsencrypt/live/paymentbot" ]; then
    run certbot delete --non-interactive --cert-name paymentbot
  fi
  take_away data
  listed users | while IFS= read -r name; do
    ! machine getent passwd "$name" >/dev/null || run userdel "$name"
  done
}

uninstall() {
  say "== uninstall: the role $role$([ -n "$purged" ] && printf ' and its data')"
  if [ ! -d "$root$setup" ]; then
    note "nothing of ours is here"
    return 0
  fi
  stop_units
  close_firewall
  [ -z "$purged" ] || purge
  take_away files
  if is_up; then
    live systemctl daemon-reload
    case $role in bot | relay) live systemctl try-reload-or-restart nginx.service ;; esac
  fi
  close_books
  [ -n "$purged" ] || note "Kept: the data, the settings and the secrets. --purge takes them too. Packages stay in any case."
}

# The last thing: until here a new try goes on where this one stopped.
close_books() {
  [ -z "$dry_run" ] || return 0
  local book
  for book in conf files; do rm -f "$root$setup/$role.$book" "$root$setup/$role.$book.new"; done
  [ -z "$purged" ] || for book in data users; do rm -f "$root$setup/$role.$book" "$root$setup/$role.$book.new"; done
  rm -rf "$root$setup/pending"
  rm -f "$root/run/paymentbot-setup.lock"
  rmdir "$root$setup" "$root/etc/paymentbot" 2>/dev/null || :
}
