# shellcheck shell=bash
# The bot's user, settings and secrets.

config=/etc/paymentbot
# Every setting that opens something. systemd hands each to the bot as a file of its own.
secrets=(
  Telegram__BotToken Telegram__WebhookSecret Telegram__Proxy
  Erp__InboundKeys__0 Erp__InboundKeys__1 Erp__OutboundKey
  Bot__SigningKey Bot__EncryptionKey Bot__FormerEncryptionKey Google__ClientSecret
)

public_url() {
  local host=${opt[domain]:-${opt[address]}}
  if [ "${opt[port]}" = 443 ]; then printf 'https://%s' "$host"; else printf 'https://%s:%s' "$host" "${opt[port]}"; fi
}

step_user() {
  note "Nobody can log in as this user; the bot's data belongs to it."
  user paymentbot /var/lib/paymentbot
  folder $config 755 root:root
  folder $config/secrets 700 root:root data
  folder /var/lib/paymentbot 700 paymentbot:paymentbot data
  folder /var/backups/paymentbot 700 paymentbot:paymentbot data
}

step_settings() {
  note "What is not secret. install.env is this script's; what you write into paymentbot.env counts more and is never overwritten."
  local certificate=''
  [ "${opt[certificate]}" != self-signed ] || certificate="Telegram__CertificatePath=$config/tls/self-signed.pem"$'\n'
  put $config/install.env 644 root:root paymentbot.service <<TEXT
# Written by install.sh; paymentbot.env beside it counts more.
Bot__PublicUrl=$(public_url)
Storage__Provider=Sqlite
Storage__SqlitePath=/var/lib/paymentbot/paymentbot.db
${certificate}DOTNET_EnableDiagnostics=0
TEXT
  fill paymentbot.env | keep $config/paymentbot.env 644 root:root
}

given_secret() {
  local name=$1 line
  if [ -n "${opt[secrets-from]:-}" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      if [ "${line%%=*}" = "$name" ]; then
        printf %s "${line#*=}"
        return 0
      fi
    done <"${opt[secrets-from]}"
  fi
  printf %s "${!name:-}"
}

# Replaces a secret by one that was given. The value passes through a pipe, never through an argument.
put_secret() {
  local path=$config/secrets/$1 target
  target=$root$path
  note "write $path (root:root, 600) with what was given"
  if [ -n "$dry_run" ]; then
    cat >/dev/null # nobody may write into a pipe that is closed
    return 0
  fi
  record "$path" data
  record "$path.new" data
  notify paymentbot.service
  (umask 077 && cat >"$target.new")
  move_in "$target.new" "$path" 600 root:root
}

ask_token() {
  local token=''
  if [ -n "$dry_run" ] || [ ! -t 0 ] || [ -s "$root$config/secrets/Telegram__BotToken" ]; then return 0; fi
  read -r -s -p '   The token from @BotFather (Enter to do it later): ' token || :
  echo
  [ -z "$token" ] || printf '%s\n' "$token" | put_secret Telegram__BotToken
}

step_secrets() {
  note "One file each, for root alone. systemd gives the bot a copy that nobody else can read (LoadCredential); an empty file is a secret not set."
  note "Given ones come from the environment or --secrets-from; keys that are random anyway are made, once."
  local name value
  for name in "${secrets[@]}"; do
    value=$(given_secret "$name")
    [ -z "$value" ] || [ "$value" = "$(cat "$root$config/secrets/$name" 2>/dev/null)" ] || printf '%s\n' "$value" | put_secret "$name"
  done
  has_token || note "(the token from @BotFather belongs into $config/secrets/Telegram__BotToken)"
  ask_token
  made $config/secrets/Telegram__WebhookSecret 600 root:root openssl rand -hex 32
  made $config/secrets/Bot__SigningKey 600 root:root openssl rand -base64 32
  made $config/secrets/Bot__EncryptionKey 600 root:root openssl rand -base64 32
  prefix=whsec_ made $config/secrets/Erp__InboundKeys__0 600 root:root openssl rand -base64 32
  prefix=whsec_ made $config/secrets/Erp__OutboundKey 600 root:root openssl rand -base64 32
  for name in "${secrets[@]}"; do
    case $name in
    Telegram__WebhookSecret | Bot__SigningKey | Bot__EncryptionKey | Erp__InboundKeys__0 | Erp__OutboundKey) ;;
    *) keep "$config/secrets/$name" 600 root:root </dev/null ;;
    esac
  done
}

has_token() { [ -s "$root$config/secrets/Telegram__BotToken" ]; }
