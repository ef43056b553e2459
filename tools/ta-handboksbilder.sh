#!/bin/sh
# Takes the screenshots of the handbooks anew, into src/MinaTjanster.Web/wwwroot/handbok: every recipe in tests/MinaTjanster.EndToEndTests/Handboksbilder.cs, from a fresh
# demo database with the clock at 2026-11-22 10:00. Needs Chromium, as the browser tests do. Look at the pictures before they are committed.
set -eu
rot=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$rot/src/MinaTjanster.Web/wwwroot/handbok"
MINATJANSTER_HANDBOKSBILDER="$rot/src/MinaTjanster.Web/wwwroot/handbok" dotnet run --project "$rot/tests/MinaTjanster.EndToEndTests" -- -method '*HandboksbilderTests.EveryRecipe_LeadsToItsPage'
