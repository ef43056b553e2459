#!/usr/bin/env bash
# Lighthouse 12 on the public pages of a published portal with demo data. Needs Chromium, Node and the .NET SDK. The figures go to docs/prestanda.md by hand, as printed.
set -euo pipefail
har=$(cd "$(dirname "$0")" && pwd)
rot=$(cd "$har/../.." && pwd)
adress=http://localhost:5099
mapp=$(mktemp -d)
portal=
stada() {
  [ -n "$portal" ] && kill "$portal" 2>/dev/null
  rm -rf "$mapp"
}
trap stada EXIT

npm ci --prefix "$har" --no-fund --no-audit --loglevel=error
dotnet publish "$rot/src/MinaTjanster.Web" -c Release -o "$mapp/portal" -v q --nologo
cd "$mapp/portal"
# Development for the demo data and plain http; what is served is what production serves.
ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=$adress ConnectionStrings__Portal="Data Source=$mapp/portal.db" Loggning__Fil= \
  dotnet MinaTjanster.Web.dll >"$mapp/portal.log" 2>&1 &
portal=$!
for _ in $(seq 120); do
  curl -fs "$adress/halsa" >/dev/null && break
  sleep 1
done
CHROME_PATH=${CHROME_PATH:-$(command -v chromium)} node "$har/mat.mjs" "$adress"
