#!/bin/sh
# Takes pictures of the pages where one would rather look than read, at 1280 and 375 px, into the folder that is named (bilder if none is): every page of
# tests/MinaTjanster.EndToEndTests/SkarmbilderTests.cs, with demo data and a year of history. To be looked at, not committed. Needs Chromium, as the browser tests do.
set -eu
rot=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:-bilder}"
MINATJANSTER_BILDER=$(cd "${1:-bilder}" && pwd) dotnet run --project "$rot/tests/MinaTjanster.EndToEndTests" -- -class '*SkarmbilderTests'
