# shellcheck shell=bash
# The bot's files, its service, its backup. A release is a folder named after its checksum; `current` leads to the one that runs.

home=/opt/paymentbot

release_of() { local sum=$1; printf '%s' "${sum:0:16}"; }

# Where the package lies on this machine; an address is fetched first.
package_file() {
  case ${opt[package]} in
  https://*) printf '%s' "$root$home/package.zip" ;;
  *) printf '%s' "${opt[package]}" ;;
  esac
}

expected_sum() {
  if [ -n "${opt[sha256]:-}" ]; then
    printf '%s' "${opt[sha256]}"
  elif [ -f "${opt[package]}.sha256" ]; then
    cut -d' ' -f1 "${opt[package]}.sha256"
  fi
}

fetch_package() {
  case ${opt[package]} in https://*) ;; *) return 0 ;; esac
  record $home/package.zip
  run curl --fail --silent --show-error --location --proto '=https' --output $home/package.zip "${opt[package]}"
}

unpack() {
  local sum=$1 release=$home/releases/$2 fresh
  fresh=$root$home/releases/.new-$2
  note "\$ echo '$sum  $(package_file)' | sha256sum --check"
  note "\$ unzip -q $(package_file) -d $release"
  [ -z "$dry_run" ] || return 0
  [ "$(sha256sum <"$(package_file)" | cut -d' ' -f1)" = "$sum" ] || fail "${opt[package]} is not what was published: its SHA-256 is not $sum"
  record "$home/releases"
  rm -rf "$fresh"
  mkdir -p "$fresh"
  unzip -q "$(package_file)" -d "$fresh"
  [ -f "$fresh/paymentbot" ] || fail "${opt[package]} has no paymentbot in it; docs/vps.md says how to make one"
  chmod -R u=rwX,go=rX "$fresh"
  chmod 755 "$fresh/paymentbot"
  machine chown -R root:root "${fresh#"$root"}"
  sync -f "$fresh"
  mv -T "$fresh" "$root$release"
}

backup_first() {
  [ -e "$root/var/lib/paymentbot/paymentbot.db" ] || return 0
  note "A copy of what is stored, before another version touches it:"
  live /usr/local/lib/paymentbot/backup
}

step_program() {
  note "The release lies beside the former ones; switching is one link, and so is going back (--rollback)."
  folder $home 755 root:root
  folder $home/releases 755 root:root
  if [ -z "${opt[package]:-}" ]; then
    note "no --package: what runs stays ($(readlink "$root$home/current" || echo nothing yet))"
    return 0
  fi
  local sum release
  sum=$(expected_sum)
  [ -n "$sum" ] || fail "--package needs --sha256, or the file ${opt[package]}.sha256 beside it"
  check "SHA-256" '[0-9a-f]{64}' "$sum"
  release=$(release_of "$sum")
  if [ -d "$root$home/releases/$release" ]; then
    note "the release $release is unpacked"
  else
    fetch_package
    unpack "$sum" "$release"
  fi
  switch_to "$release"
  forget_old
}

switch_to() {
  local former
  former=$(readlink "$root$home/current" || :)
  if [ "$former" != "releases/$1" ]; then
    backup_first
    [ -z "$former" ] || link $home/previous "$former"
  fi
  link $home/current "releases/$1" paymentbot.service
}

# All but the running one and the one before it.
forget_old() {
  [ -z "$dry_run" ] || return 0
  local release name
  for release in "$root$home/releases"/*; do
    name=releases/${release##*/}
    [ ! -d "$release" ] || [ "$name" = "$(readlink "$root$home/current")" ] || [ "$name" = "$(readlink "$root$home/previous" || :)" ] || {
      note "\$ rm -r $home/$name"
      rm -rf "$release"
    }
  done
}

roll_back() {
  local former
  former=$(readlink "$root$home/previous" || :)
  [ -n "$former" ] && [ -d "$root$home/$former" ] || return 1
  link $home/current "$former" paymentbot.service
  gone $home/previous
  up paymentbot.service
}

step_service() {
  note "The bot as a service that may do little: it sees its own folder, talks to the network, and is started again whenever it ends."
  fill paymentbot.service "BOT_PORT=${opt[bot-port]}" "MEMORY=${opt[memory]}" | put /etc/systemd/system/paymentbot.service 644 root:root paymentbot.service
  note "The operator's commands, as the bot's user and with its settings: paymentbot doctor"
  fill paymentbot-command | put /usr/local/sbin/paymentbot 755 root:root
  units_read
}

step_backup() {
  note "Every night a copy of everything that is stored, by SQLite's own online backup, while the bot works; the newest ${opt[keep-backups]} stay."
  folder /usr/local/lib/paymentbot 755 root:root
  fill backup "KEEP=${opt[keep-backups]}" | put /usr/local/lib/paymentbot/backup 755 root:root
  fill paymentbot-backup.service | put /etc/systemd/system/paymentbot-backup.service 644 root:root
  fill paymentbot-backup.timer | put /etc/systemd/system/paymentbot-backup.timer 644 root:root paymentbot-backup.timer
  units_read
  record /var/lib/systemd/timers/stamp-paymentbot-backup.timer
  up paymentbot-backup.timer
}

is_ready() { patiently curl --fail --silent --output /dev/null --max-time 5 "http://127.0.0.1:${opt[bot-port]}/api/health"; }

can_start() { [ -n "$dry_run" ] || { [ -e "$root$home/current" ] && has_token; }; }

step_start() {
  if ! can_start; then
    [ -e "$root$home/current" ] || note "Not yet: there is no release (--package)."
    has_token || note "Not yet: $config/secrets/Telegram__BotToken is empty."
    note "Once that is mended, run this script again."
    return 0
  fi
  run systemctl enable paymentbot.service
  if notified paymentbot.service; then live systemctl restart paymentbot.service; else live systemctl start paymentbot.service; fi
  note "wait until http://127.0.0.1:${opt[bot-port]}/api/health answers"
  if [ -z "$dry_run" ] && is_up && ! is_ready; then
    note "It does not answer."
    if roll_back; then fail "the new release did not answer, so the one before runs again. Why: journalctl -u paymentbot"; fi
    fail "the bot does not answer. Why: journalctl -u paymentbot"
  fi
  settled paymentbot.service
}

step_telegram() {
  if ! can_start; then
    note "Not yet, the bot does not run."
    return 0
  fi
  note "Telegram is told the address$([ "${opt[certificate]}" != self-signed ] || printf ' and gets the public part of the certificate')."
  if [ "${opt[certificate]}" = self-signed ]; then
    live /usr/local/sbin/paymentbot webhook set --certificate $config/tls/self-signed.pem
  else
    live /usr/local/sbin/paymentbot webhook set
  fi
  note "What is still missing, in plain words: paymentbot doctor"
}
