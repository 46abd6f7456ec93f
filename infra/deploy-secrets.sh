# shellcheck shell=bash disable=SC2154 # deploy.sh assigns what is used here.
# The part of deploy.sh that handles secrets. They travel in shell variables and in the environment of child processes: never in arguments, which every
# user of a machine can read, and never to the terminal. Sourced; uses group, parameters, generate, own_secrets, fail, say, patiently, output_of.

required_secrets() {
  printf '%s\n' Telegram__BotToken Telegram__WebhookSecret Erp__InboundKeys__0 Erp__OutboundKey Bot__SigningKey
  if grep -Eq "^param googleClientId = '[^']+'" "$parameters"; then
    printf '%s\n' Bot__EncryptionKey Google__ClientSecret
  fi
}

# The names of the secrets in the vault, one a line; nothing when there is no vault yet. Fails when that cannot be told: then nothing may be generated.
stored_secrets() {
  local exists vault
  exists=$(az group exists --name "$group") || return 1
  [ "$exists" = true ] || return 0
  vault=$(az keyvault list --resource-group "$group" --query '[0].name' --output tsv) || return 1
  [ -z "$vault" ] || az keyvault secret list --vault-name "$vault" --query '[].name' --output tsv
}

generate_secret() {
  case $1 in
  Erp__*) printf 'whsec_%s' "$(openssl rand -base64 32)" ;;
  Telegram__*) openssl rand -hex 24 ;;
  *) openssl rand -base64 32 ;;
  esac
}

is_own() {
  local name
  for name in "${own_secrets[@]}"; do [ "$name" != "$1" ] || return 0; done
  return 1
}

collect_secrets() {
  local stored name value missing=()
  if ! stored=$(stored_secrets 2>/dev/null); then
    [ -z "$generate" ] || fail "you may not see what the vault holds, so nothing is generated: it could replace what is in use. Without --generate the vault keeps its secrets."
    say "Note: you may not see what the vault holds; it keeps what is not given."
    return 0
  fi
  while read -r name; do
    [ -z "${!name:-}" ] || continue
    if grep -Fxq -- "${name//__/--}" <<<"$stored"; then continue; fi
    if [ -n "$generate" ] && is_own "$name"; then
      value=$(generate_secret "$name")
      export "$name=$value"
      say "Generated: $name"
    else
      missing+=("$name")
    fi
  done < <(required_secrets)
  [ "${#missing[@]}" -eq 0 ] || fail "neither the environment nor the vault has: ${missing[*]}. Export them, or let --generate make those that are the bot's own."
}

read_secret() { az keyvault secret show --id "$1" --query value --output tsv; }

# Gives this process the settings of the function app, as the bot's commands need them: secrets from the vault, storage by the sign-in of whoever runs this.
take_settings() {
  local name value list secret
  list=$(az functionapp config appsettings list --resource-group "$group" --name "$(output_of functionAppName)" --query '[].[name,value]' --output tsv)
  unset AzureWebJobsStorage AzureWebJobsStorage__credential AzureWebJobsStorage__clientId
  while IFS=$'\t' read -r name value; do
    [[ $name =~ ^(Telegram|Erp|Storage|Bot|Delivery|Google|Groups)__[A-Za-z0-9_]+$ || $name = AzureWebJobsStorage__accountName ]] || continue
    if [[ $value = '@Microsoft.KeyVault('* ]]; then
      [ -z "${!name:-}" ] || continue
      value=${value#*SecretUri=}
      secret=$(patiently read_secret "${value%)}" 2>/dev/null) || fail "$name cannot be read from the vault: are you the operator (PAYMENTBOT_OPERATOR_ID)?"
      value=$secret
    fi
    export "$name=$value"
  done <<<"$list"
}
