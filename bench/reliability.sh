#!/usr/bin/env bash
# Scripted calls over HTTP while the product, PostgreSQL and the provider fail; the product's ledger against the provider's:
#   bench/reliability.sh [--calls N] [--seed N]   on a throwaway PostgreSQL; a run of 1,000 calls or more rewrites its section of docs/reliability.md
# With CRM_RELIABILITY_BUILT set, what was built in Release is taken as it is.
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

CALLS=1000 SEED=1
SCRATCH=$(mktemp -d)
DRIVER=$ROOT/bench/CrmVoip.Reliability
RELIABILITY_LOGS=$ROOT/TestResults

read_arguments() {
  while (($# > 0)); do
    case $1 in
      --calls) CALLS=${2:?--calls needs a number} ;;
      --seed) SEED=${2:?--seed needs a number} ;;
      *) fail "Usage: bench/reliability.sh [--calls N] [--seed N]" ;;
    esac
    shift 2
  done
}

clean_up() {
  trap - EXIT
  stop_step
  rm -rf "$SCRATCH"
}

build() {
  if [[ -z ${CRM_RELIABILITY_BUILT:-} ]]; then
    dotnet build "$DRIVER" -c Release "${NO_BUILD_SERVERS[@]}" >"$RELIABILITY_LOGS/reliability-build.log" ||
      fail "$(tail -n 20 "$RELIABILITY_LOGS/reliability-build.log")"
  fi
  dotnet publish "$ROOT/src/CrmVoip" -c Release --no-build -o "$SCRATCH/crm" -nodeReuse:false >"$RELIABILITY_LOGS/reliability-publish.log" ||
    fail "$(tail -n 20 "$RELIABILITY_LOGS/reliability-publish.log")"
}

# What the product waits for is seconds here, minutes in production.
settings() {
  pg_export_connections crm "$SCRATCH/senhas"
  export RELIABILITY_APP=$SCRATCH/crm RELIABILITY_LOGS
  export RELIABILITY_SIMULATOR=$ROOT/src/CrmVoip.Simulador/bin/Release/net10.0/CrmVoip.Simulador.dll
  RELIABILITY_DATABASE=$(pg_connection crm postgres "$SCRATCH/senhas")
  ASPNETCORE_URLS=http://127.0.0.1:$(free_port)
  SIMULADOR_PORT=$(free_port)
  export RELIABILITY_DATABASE ASPNETCORE_URLS SIMULADOR_PORT ASPNETCORE_ENVIRONMENT=Production
  export Simulador__Controle=true Simulador__Audio=tom Simulador__GravacaoSegundos=1 Simulador__PrecoSegundos=1 Simulador__Dados=$SCRATCH/simulador
  export Crm__UrlPublica=$ASPNETCORE_URLS Crm__DemonstracaoDados__SimuladorUrl=http://127.0.0.1:$SIMULADOR_PORT
  export Crm__Demonstracao=true Crm__VezesOsLimites=1000 Crm__PermitirProvedorLocal=true Crm__PrazoDoProvedor=00:00:05 Crm__Versoes__Forcar=true
  export Crm__Cofre__Certificado=$SCRATCH/chaves.pfx Crm__Cofre__Senha=x
  export Crm__Reconciliacao__AposLigacao=00:00:03 Crm__Reconciliacao__Intervalo=00:00:08 Crm__Reconciliacao__SemResposta=00:00:02
  export Crm__Registros__ForaDepoisDe=00:00:08 Crm__Trabalhos__Arrendamento=00:00:05 Crm__Trabalhos__Ocioso=00:00:01
}

main() {
  local cluster=$SCRATCH/pg
  local -a document=()
  read_arguments "$@"
  require_sdk
  require_node
  require_postgres "$ROOT/.data"
  trap clean_up EXIT
  trap 'clean_up; exit 143' INT TERM HUP
  chmod 755 "$SCRATCH"
  mkdir -p "$RELIABILITY_LOGS"
  rm -f "$RELIABILITY_LOGS"/reliability-*.log
  build
  pg_init "$cluster" "$SCRATCH/senhas" "$ROOT/eng"
  PG_PORT=$(free_port)
  settings
  (cd "$SCRATCH/crm" && dotnet CrmVoip.dll certificado "$Crm__Cofre__Certificado") >"$RELIABILITY_LOGS/reliability-certificado.log"
  if ((CALLS >= 1000)); then document=(--document "$ROOT/docs/reliability.md"); fi
  # The disk is never lost here: without fsync nothing is lost by a kill, without synchronous_commit it would be.
  dotnet "$DRIVER/bin/Release/net10.0/CrmVoip.Reliability.dll" --calls "$CALLS" --seed "$SEED" "${document[@]}" -- \
    "${PG_USER_OPTIONS[@]}" -- "$PG_BIN/postgres" -D "$cluster" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c "port=$PG_PORT" -c fsync=off -c max_connections=200
}

main "$@"
