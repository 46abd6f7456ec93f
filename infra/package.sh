#!/usr/bin/env bash
# Zips a published folder for the Functions host: package.sh DIR ZIP
#
#   dotnet publish functions -c Release -o out && infra/package.sh out paymentbot.zip
#
# host.json lies at the zip's root, `paymentbot` keeps its executable bit (755, everything else 644), and the same
# files always give the same bytes. Needs nothing but the .NET SDK.
set -euo pipefail

if [ "$#" -ne 2 ]; then
  echo "Usage: infra/package.sh DIR ZIP" >&2
  exit 2
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
exec dotnet run "$(dirname "${BASH_SOURCE[0]}")/package.cs" -- "$(realpath -m "$1")" "$(realpath -m "$2")"
