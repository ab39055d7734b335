#!/usr/bin/env bash
# Prints what the board and its pages cost under load, the board beside its limit, against their aims; fails when an answer is wrong:
#   bench/carga.sh             1,000 organizations with 1.1 million deals; rewrites its section of docs/performance.md (about 20 minutes)
#   bench/carga.sh --curto     a small one, within a minute, printed
#   bench/carga.sh [--organizations N] [--usual N] [--large N,N] [--few N] [--clients N,N] [--seconds N] [--rounds N] [--requests N]
# On a throwaway PostgreSQL that writes to the disk as in production. With CRM_LOAD_BUILT set, what was built in Release is taken as it is.
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
BENCH=$ROOT/bench/CrmVoip.LoadBench/bin/Release/net10.0/CrmVoip.LoadBench.dll
DATABASES=(crm crm_few)
PIDS=()

clean_up() {
  trap '' INT TERM HUP
  trap - EXIT
  local pid
  stop_step
  for pid in "${PIDS[@]}"; do stop_process "$pid" TERM 20; done
  pg_stop
  rm -rf "$SCRATCH"
}

build() {
  if [[ -z ${CRM_LOAD_BUILT:-} ]]; then
    run_step "$ROOT" "$SCRATCH/build.log" dotnet build bench/CrmVoip.LoadBench -c Release "${NO_BUILD_SERVERS[@]}" || fail "$(tail -n 20 "$SCRATCH/build.log")"
  fi
  run_step "$ROOT" "$SCRATCH/publish.log" dotnet publish src/CrmVoip -c Release --no-build -o "$SCRATCH/crm" -nodeReuse:false ||
    fail "$(tail -n 20 "$SCRATCH/publish.log")"
  run_step "$ROOT" "$SCRATCH/publish.log" dotnet publish bench/CrmVoip.Limit -c Release --no-build -o "$SCRATCH/limit" -nodeReuse:false ||
    fail "$(tail -n 20 "$SCRATCH/publish.log")"
}

start_postgres() {
  local cluster=$SCRATCH/pg$PG_MAJOR
  pg_init "$cluster" "$SCRATCH/senhas" "$ROOT/eng"
  pg_start "$cluster" "$SCRATCH/postgres.log" max_connections=300 shared_buffers=1GB max_wal_size=8GB
  export LOAD_POSTGRES_PID=$PG_PID
}

settings() {
  export ASPNETCORE_ENVIRONMENT=Production Crm__VezesOsLimites=1000 Serilog__MinimumLevel__Default=Warning
  export Crm__Demonstracao=true Crm__PermitirProvedorLocal=true Crm__Cofre__Certificado=$SCRATCH/chaves.pfx Crm__Cofre__Senha=x
  LOAD_DATABASE=$(pg_connection "${DATABASES[0]}" postgres "$SCRATCH/senhas")
  LOAD_DATABASE_FEW=$(pg_connection "${DATABASES[1]}" postgres "$SCRATCH/senhas")
  LIMIT_DATABASE=$(pg_connection "${DATABASES[0]}" crm_app "$SCRATCH/senhas")
  LIMIT_KEY=$(random_password)
  export LOAD_DATABASE LOAD_DATABASE_FEW LIMIT_DATABASE LIMIT_KEY
}

# product DATABASE COMMAND...: a command of the executable.
product() {
  local log=$SCRATCH/$2.log
  pg_export_connections "$1" "$SCRATCH/senhas"
  run_step "$SCRATCH/crm" "$log" dotnet CrmVoip.dll "${@:2}" || fail "The command '$2' failed: $(tail -n 5 "$log")"
}

bench() { run_loud dotnet "$BENCH" "$@"; }

run_loud() {
  setpriv --pdeathsig TERM -- "$@" &
  STEP_PID=$!
  local status=0
  wait "$STEP_PID" || status=$?
  STEP_PID=
  return "$status"
}

# serve NAME FOLDER PATH PROGRAM: starts it, waits until PATH answers, and tells the bench where it is.
serve() {
  local name=$1 folder=$2 path=$3 program=$4 port tenths=600
  port=$(free_port)
  ASPNETCORE_URLS=http://127.0.0.1:$port start_detached "$folder" "$SCRATCH/$name.log" TERM -- dotnet "$program"
  PIDS+=("$STARTED_PID")
  export "LOAD_$name=http://127.0.0.1:$port" "LOAD_${name}_PID=$STARTED_PID"
  until [[ $(http_status 127.0.0.1 "$port" "$path") == 200 ]]; do
    is_running "$STARTED_PID" && ((tenths-- > 0)) || fail "$program did not start: $(tail -n 3 "$SCRATCH/$name.log")"
    sleep 0.1
  done
}

serve_product() {
  pg_export_connections "$2" "$SCRATCH/senhas"
  serve "$1" "$SCRATCH/crm" /health/ready CrmVoip.dll
}

main() {
  local database
  local -a document=()
  require_sdk
  require_node
  require_postgres "$ROOT/.data"
  trap clean_up EXIT
  trap 'clean_up; exit 130' INT
  trap 'clean_up; exit 143' TERM HUP
  chmod 755 "$SCRATCH"
  if (($# == 0)); then document=(--document "$ROOT/docs/performance.md"); fi
  build
  start_postgres
  settings
  product "${DATABASES[0]}" certificado "$Crm__Cofre__Certificado"
  product "${DATABASES[0]}" preparar
  product "${DATABASES[0]}" demonstracao
  bench seed "$@"
  for database in "${DATABASES[@]}"; do product "$database" preencher; done
  serve_product PRODUCT "${DATABASES[0]}"
  serve_product PRODUCT_FEW "${DATABASES[1]}"
  serve LIMIT "$SCRATCH/limit" /health CrmVoip.Limit.dll
  bench measure "$@" "${document[@]}"
}

main "$@"
