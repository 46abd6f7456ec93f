#!/usr/bin/env bash
# Installs what the tests need on a bare Debian machine with the .NET 10 SDK and Node, checks the formatting,
# builds, and runs every test. The last line is always: Tests: N passed, N failed, N skipped
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
# What runs once for minutes gains nothing from code that is measured before it is compiled for good; a fifth of the build was that.
export DOTNET_TieredPGO=0
# With it no compiler would stay warm between the projects.
unset MSBUILDDISABLENODEREUSE
readonly BICEP_VERSION=0.49.2
exec </dev/null

work=$(mktemp -d)

# Sums one counter over all result files.
total() {
  { grep -hoE "<Counters [^>]*" "$work"/results/*/*.trx 2>/dev/null || true; } |
    { grep -oE " $1=\"[0-9]+\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

finish() {
  local code=$?
  trap - EXIT
  local all passed ran
  all=$(total total)
  passed=$(total passed)
  ran=$(total executed)
  if [ "$all" -eq 0 ] || [ "$passed" -ne "$ran" ]; then
    [ "$code" -ne 0 ] || code=1
  fi
  # When something failed, what was begun beside it may still be at work.
  jobs -p | xargs -r kill 2>/dev/null || true
  rm -rf "$work"
  echo "Tests: $passed passed, $((ran - passed)) failed, $((all - ran)) skipped"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

step() {
  printf '\n== %s\n' "$1"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

# The browser test needs Chromium, and fonts for what the page shows; the proxy tests need proxies that are not ours, those of infra/vps what it sets up.
install_packages() {
  local missing=() package
  command -v chromium >/dev/null || missing+=(chromium)
  for package in fonts-dejavu-core fonts-noto-color-emoji tinyproxy \
    shellcheck openssl unzip nginx-light dante-server libpam-pwdfile qrencode wireguard-tools systemd debootstrap; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  step "Installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 || {
    tail -n 20 "$work/apt.log"
    return 1
  }
}

# The browser tests need axe-core and an identity provider that is not ours, in the versions of the lock file.
install_npm() {
  step "Installing what the tests take from npm"
  npm ci --prefix tests/npm --ignore-scripts --no-audit --no-fund --loglevel error
}

# Microsoft's Bicep compiler checks infra/. Where no package source has it, its two tests are skipped and say so.
install_bicep() {
  command -v bicep >/dev/null && return 0
  step "Installing the Bicep compiler"
  mkdir "$work/bicep"
  cat >"$work/bicep/bicep.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Azure.Bicep.CommandLine.linux-x64" Version="[$BICEP_VERSION]" /></ItemGroup>
</Project>
PROJECT
  if dotnet restore "$work/bicep" >"$work/bicep.log" 2>&1; then
    local packages
    packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')
    export PATH="${packages%/}/azure.bicep.commandline.linux-x64/$BICEP_VERSION/tools:$PATH"
  else
    tail -n 3 "$work/bicep.log"
  fi
}

# Runs a command that must not print a warning.
without_warning() {
  "$@" 2>&1 | tee "$work/build.log"
  if grep -qE '(: |^)warning ' "$work/build.log"; then
    echo "There are warnings."
    return 1
  fi
}

# Runs one project of tests. Each has a folder of its own for what it found: the files are called alike.
run_tests() {
  dotnet test "tests/$1" -c Release --no-build --results-directory "$work/results/$1" \
    --logger trx --logger "console;verbosity=minimal" --blame-hang-timeout 8m
}

# What is fetched waits for others, what is built does not: both at once. The build needs none of it, the tests need all.
(
  install_packages
  install_npm
) >"$work/installs.log" 2>&1 &
installs=$!

step "Formatting"
dotnet tool restore
dotnet csharpier check .

step "Build"
without_warning dotnet restore PaymentBot.sln
without_warning dotnet build PaymentBot.sln -c Release --no-restore -warnaserror \
  -clp:NoSummary -v:minimal

step "What the tests need"
wait "$installs" && installed=0 || installed=$?
cat "$work/installs.log"
[ "$installed" -eq 0 ]
install_bicep

# The quick tests keep both cores busy, while publishing and the end-to-end tests mostly wait for something: together they take little longer than one.
step "Quick tests, and beside them what is published"
run_tests PaymentBot.Tests >"$work/quick.log" 2>&1 &
quick=$!

# The quick way: laid out as for Azure, but not compiled ahead of time.
export PAYMENTBOT_PUBLISHED="$work/published"
without_warning dotnet publish functions -c Release -o "$PAYMENTBOT_PUBLISHED" \
  -p:PublishReadyToRun=false -p:PublishReadyToRunComposite=false -p:RunAnalyzers=false \
  -clp:NoSummary -v:minimal

# One compiler, kept warm, served all projects; the tests need its memory.
dotnet build-server shutdown >/dev/null 2>&1 || true

step "End-to-end tests"
run_tests PaymentBot.EndToEnd && failed=0 || failed=$?
step "What the quick tests say"
wait "$quick" || failed=$?
cat "$work/quick.log"
[ "$failed" -eq 0 ]
