#!/usr/bin/env bash
# Prints what telephony costs and how long it takes, against its aims; asserts nothing:
#   bench/telefonia.sh                          everything, and rewrites its section of docs/performance.md (about ten minutes)
#   bench/telefonia.sh flood|slow|matching...   only these, printed
# On a throwaway PostgreSQL that writes to the disk as in production. BENCH_STATEMENTS=1 prints the statements of a webhook too,
# BENCH_RUNS (4) says how often the flood comes.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=../eng/common.sh
. "$ROOT/eng/common.sh"
# shellcheck source=../eng/postgres-binaries.sh
. "$ROOT/eng/postgres-binaries.sh"
# shellcheck source=../eng/postgres.sh
. "$ROOT/eng/postgres.sh"
# shellcheck source=../eng/tools.sh
. "$ROOT/eng/tools.sh"

SCRATCH=$(mktemp -d)
BENCH=$ROOT/bench/CrmVoip.TelephonyBench

clean_up() {
  trap - EXIT
  pg_stop
  rm -rf "$SCRATCH"
}

main() {
  local -a arguments=("$@")
  require_sdk
  require_node
  require_postgres "$ROOT/.data"
  trap clean_up EXIT
  chmod 755 "$SCRATCH"
  dotnet build "$BENCH" -c Release "${NO_BUILD_SERVERS[@]}" >"$SCRATCH/build.log" || fail "$(tail -n 20 "$SCRATCH/build.log")"
  if (($# == 0)); then
    "$ROOT/bench/idle.sh" | tee "$SCRATCH/idle.txt"
    arguments=(--idle "$SCRATCH/idle.txt" --document "$ROOT/docs/performance.md")
  fi
  pg_init "$SCRATCH/pg$PG_MAJOR" "$SCRATCH/senhas" "$ROOT/eng"
  pg_start "$SCRATCH/pg$PG_MAJOR" "$SCRATCH/postgres.log" max_connections=300
  Serilog__MinimumLevel__Default=Fatal Serilog__MinimumLevel__Override__Microsoft=Fatal CRM_TEST_POSTGRES=$(pg_connection postgres postgres "$SCRATCH/senhas") ASPNETCORE_TEST_CONTENTROOT_CRMVOIP=$ROOT/src/CrmVoip \
    dotnet "$BENCH/bin/Release/net10.0/CrmVoip.TelephonyBench.dll" "${arguments[@]}"
}

main "$@"
