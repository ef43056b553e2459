#!/usr/bin/env bash
# What a newcomer meets: a fresh clone, one command, a page with its styles (issue: README, "two commands").
# The front-end packages are restored during that first build; without the target that adds them as content,
# the first start would serve no styles (docs/adr/0021).
# usage: tests/first-clone.sh LOGFILE
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
log=$(realpath "${1:?log file}")
clone=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
base=http://127.0.0.1:$port
app=

stop() {
  if [ -n "$app" ]; then
    kill -TERM -- "-$app" 2>/dev/null
    for _ in $(seq 20); do kill -0 -- "-$app" 2>/dev/null || break; sleep 0.5; done
    kill -KILL -- "-$app" 2>/dev/null
    wait "$app" 2>/dev/null
  fi
  rm -rf "$clone"
}
trap stop EXIT

fail() {
  echo "First clone: $1"
  tail -20 "$log"
  exit 1
}

: >"$log"
git clone --quiet "$root" "$clone" >>"$log" 2>&1 || fail "could not clone."
cd "$clone" || fail "no clone."
# A group of its own: dotnet run starts the app as a child, and both must go. Nothing of ours may leak into a newcomer's settings.
set -m
env -u ASPNETCORE_ENVIRONMENT -u DOTNET_ENVIRONMENT -u ConnectionStrings__Portal -u Databas__Provider \
  ASPNETCORE_URLS="$base" dotnet run --project src/MinaTjanster.Web >>"$log" 2>&1 </dev/null &
app=$!
set +m

for _ in $(seq 600); do
  kill -0 "$app" 2>/dev/null || fail "the app stopped by itself."
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$base/halsa")" = 200 ] && started=1 && break
  sleep 1
done
[ -n "${started:-}" ] || fail "/halsa did not answer 200."

page=$(curl -s -f "$base/logga-in") || fail "/logga-in did not answer 200."
sheets=$(grep -oE '<link[^>]*>' <<<"$page" | grep 'rel="stylesheet"' | sed -nE 's/.*href="([^"]+)".*/\1/p')
[ -n "$sheets" ] || fail "/logga-in links no style sheet."
for sheet in $sheets; do
  read -r code size < <(curl -s -o /dev/null -w '%{http_code} %{size_download}\n' "$base${sheet//&amp;/&}")
  { [ "$code" = 200 ] && [ "$size" -gt 0 ]; } || fail "$sheet answered $code with $size bytes."
  echo "$sheet: $size bytes"
done
