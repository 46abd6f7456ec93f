#!/usr/bin/env bash
# Puts PaymentBot into Azure and keeps it there: every step may be run again at any time. See docs/azure.md.
{ set +x; } 2>/dev/null # Secrets pass through this script; a trace of it would show them.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
# shellcheck source=SCRIPTDIR/deploy-secrets.sh
source "$root/infra/deploy-secrets.sh"
readonly deployment=paymentbot erp_key=erp
readonly steps=(group infra package deploy erp-key webhook doctor)
readonly own_secrets=(Telegram__WebhookSecret Erp__InboundKeys__0 Erp__OutboundKey Bot__SigningKey Bot__EncryptionKey)

group='' location='' package='' from=${steps[0]} what_if='' generate=''
parameters=$root/infra/main.bicepparam
packages=${PAYMENTBOT_PACKAGES:-$root/artifacts}
skipped=()

usage() {
  cat <<TEXT
Usage: infra/deploy.sh --resource-group NAME [options]

Steps, in this order:
  group     the resource group
  infra     everything in infra/main.bicep
  package   dotnet publish, then a zip under artifacts/
  deploy    the zip becomes what the function app runs
  erp-key   the function key "$erp_key" for the ERP, if there is none
  webhook   Telegram learns the address
  doctor    looks whether everything answers

Options:
  --resource-group NAME  made if it does not exist
  --location REGION      where it is made, such as northeurope
  --parameters FILE      default: infra/main.bicepparam
  --package ZIP          deploys this zip instead of building one; the former zip is the way back
  --generate             makes the secrets that are only the bot's own concern, where neither environment nor vault has them:
                         ${own_secrets[*]}
  --from STEP            begins there
  --skip STEP            leaves it out; may be repeated
  --what-if              says what would happen and changes nothing
  --help                 this text

Secrets come from environment variables with the names of the settings (Telegram__BotToken, Erp__InboundKeys__0, ...). One that is not
given stays as the vault has it, so later runs need none. Nothing here prints a secret or puts one on a command line.

PAYMENTBOT_OPERATOR_ID  object id of the person or group that may read the secrets and run the bot's commands; default: who is signed in
PAYMENTBOT_PAUSE        seconds between two looks at something that takes time; default: 10
TEXT
}

say() { printf '%s\n' "$*"; }
fail() {
  printf 'deploy.sh: %s\n' "$*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || fail "$1 is missing: $2"
}

is_step() {
  local step
  for step in "${steps[@]}"; do [ "$step" != "$1" ] || return 0; done
  fail "there is no step '$1'; the steps are: ${steps[*]}"
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
      usage
      exit 0
      ;;
    --what-if) what_if=yes && shift && continue ;;
    --generate) generate=yes && shift && continue ;;
    --resource-group | -g | --location | -l | --parameters | --package | --from | --skip)
      [ $# -ge 2 ] || fail "$1 needs a value; see --help"
      ;;
    *) fail "unknown argument '$1'; see --help" ;;
    esac
    case $1 in
    --resource-group | -g) group=$2 ;;
    --location | -l) location=$2 ;;
    --parameters) parameters=$2 ;;
    --package) package=$2 ;;
    --from) is_step "$2" && from=$2 ;;
    --skip) is_step "$2" && skipped+=("$2") ;;
    esac
    shift 2
  done
  [ -n "$group" ] || fail "--resource-group is missing; see --help"
  [ -f "$parameters" ] || fail "$parameters does not exist"
  [ -z "$package" ] || [ -f "$package" ] || fail "$package does not exist"
}

# Whether a step is to be done.
wanted() {
  local step begun=''
  for step in "${steps[@]}"; do
    [ "$step" != "$from" ] || begun=yes
    [ "$step" != "$1" ] || break
  done
  [ -n "$begun" ] || return 1
  for step in "${skipped[@]+"${skipped[@]}"}"; do [ "$step" != "$1" ] || return 1; done
  [ "$1" != package ] || [ -z "$package" ]
}

check_tools() {
  need az "the Azure CLI, https://learn.microsoft.com/cli/azure/install-azure-cli"
  if wanted package || wanted webhook || wanted doctor; then need dotnet "the .NET 10 SDK, https://dot.net"; fi
  if wanted deploy; then need curl "apt-get install curl"; fi
  if [ -n "$generate" ]; then need openssl "apt-get install openssl"; fi
  local subscription
  subscription=$(az account show --query name --output tsv 2>/dev/null) || fail "nobody is signed in: az login"
  say "Subscription: $subscription"
}

output_of() {
  az deployment group show --resource-group "$group" --name "$deployment" --query "properties.outputs.$1.value" --output tsv
}

# Tries until it works, about five minutes: rights and new packages take a while to arrive everywhere.
patiently() {
  local attempt
  for attempt in {1..30}; do
    "$@" && return 0
    [ "$attempt" -eq 30 ] || sleep "${PAYMENTBOT_PAUSE:-10}"
  done
  return 1
}

find_operator() {
  [ -z "${PAYMENTBOT_OPERATOR_ID:-}" ] || return 0
  PAYMENTBOT_OPERATOR_ID=$(az ad signed-in-user show --query id --output tsv 2>/dev/null) || PAYMENTBOT_OPERATOR_ID=''
  export PAYMENTBOT_OPERATOR_ID
  [ -n "$PAYMENTBOT_OPERATOR_ID" ] || say "Note: no person is signed in, so nobody is made operator. PAYMENTBOT_OPERATOR_ID names one."
}

# ---------------------------------------------------------------------------------------------------------------- steps

step_group() {
  local exists
  exists=$(az group exists --name "$group")
  if [ "$exists" = true ]; then
    say "$group is there."
    return 0
  fi
  [ -n "$location" ] || fail "$group does not exist yet: --location says where to make it"
  az group create --name "$group" --location "$location" --tags application=PaymentBot --output none
}

step_infra() {
  if grep -q 'example\.ru' "$parameters"; then fail "$parameters still has addresses of the example (example.ru)"; fi
  az deployment group create --resource-group "$group" --name "$deployment" --parameters "$parameters" --output none
  say "Function app: $(output_of functionAppName)"
}

step_package() {
  local name
  name=$(git -C "$root" describe --always --dirty 2>/dev/null) || name=$(date -u +%Y%m%d%H%M%S)
  mkdir -p "$packages"
  rm -rf "$packages/publish"
  dotnet publish "$root/functions" --configuration Release --output "$packages/publish"
  bash "$root/infra/package.sh" "$packages/publish" "$packages/paymentbot-$name.zip"
  say "$packages/paymentbot-$name.zip" | tee "$packages/newest"
}

is_healthy() { curl --fail --silent --show-error --max-time 30 --output /dev/null "https://$1/api/health"; }

# Azure reads the vault when the settings change. Right after the first deployment the right to read may not have arrived by then, so it is asked again.
read_vault_again() {
  local site
  site=$(az functionapp show --resource-group "$group" --name "$1" --query id --output tsv)
  az rest --method post --url "https://management.azure.com$site/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none 2>/dev/null ||
    say "Note: Azure was not made to read the vault again; it does so within 24 hours, or when an app setting changes."
}

step_deploy() {
  local zip=$package app host
  if [ -z "$zip" ]; then
    [ -f "$packages/newest" ] || fail "there is no package under $packages: run the step package, or name one with --package"
    zip=$(<"$packages/newest")
  fi
  [ -f "$zip" ] || fail "$zip does not exist"
  app=$(output_of functionAppName)
  host=$(output_of defaultHostName)
  read_vault_again "$app"
  say "$zip -> $app"
  az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$zip" --build-remote false --output none
  patiently is_healthy "$host" 2>/dev/null || fail "https://$host/api/health does not answer 200. Look at the log stream of $app; docs/azure.md has the usual causes."
  say "https://$host answers."
}

step_erp_key() {
  local app exists
  app=$(output_of functionAppName)
  exists=$(az functionapp keys list --resource-group "$group" --name "$app" --query "contains(keys(functionKeys || \`{}\`), '$erp_key')" --output tsv)
  if [ "${exists,,}" != true ]; then
    az functionapp keys set --resource-group "$group" --name "$app" --key-type functionKeys --key-name "$erp_key" --output none
  fi
  say "The ERP sends the key in the header x-functions-key. It is not shown here; this shows it:"
  say "  az functionapp keys list --resource-group $group --name $app --query functionKeys.$erp_key --output tsv"
}

# From an empty folder, so that no local.settings.json joins in.
run_bot() {
  take_settings
  empty=$(mktemp -d)
  trap 'rm -rf "$empty"' EXIT
  cd "$empty"
  dotnet run --project "$root/functions" --configuration Release -- "$@"
}

step_webhook() { run_bot webhook set; }
step_doctor() { run_bot doctor; }

# ---------------------------------------------------------------------------------------------------------------- the whole

what_if_infra() {
  if [ "$(az group exists --name "$group")" != true ]; then
    say "would make everything in infra/main.bicep; Azure can only tell more once $group exists"
    return 0
  fi
  az deployment group what-if --resource-group "$group" --name "$deployment" --parameters "$parameters"
}

what_if_step() {
  case $1 in
  group) say "would make $group in ${location:-(no --location given)}, if it does not exist" ;;
  infra) what_if_infra ;;
  package) say "would build functions/ into a zip under $packages" ;;
  deploy) say "would deploy ${package:-the newest zip under $packages}" ;;
  erp-key) say "would make the function key '$erp_key', if it does not exist" ;;
  webhook) say "would tell Telegram the address" ;;
  doctor) say "would look whether everything answers" ;;
  esac
}

run_step() {
  local action=step_${1//-/_} status
  say "== $1"
  if [ -n "$what_if" ]; then
    what_if_step "$1" || fail "what would happen in the step '$1' cannot be told"
    return 0
  fi
  # A subshell outside of any condition: only there does set -e stop the step at its first failing command.
  set +e
  (
    set -e
    "$action"
  )
  status=$?
  set -e
  [ "$status" -eq 0 ] || fail "the step '$1' failed; what comes after it was not done. Once mended, go on with --from $1."
}

main() {
  local step
  read_arguments "$@"
  check_tools
  if wanted infra && [ -z "$what_if" ]; then
    collect_secrets
    find_operator
  fi
  for step in "${steps[@]}"; do
    if wanted "$step"; then run_step "$step"; fi
  done
}

main "$@"
