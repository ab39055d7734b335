#!/usr/bin/env bash
# Prints the statements a second that one instance with nothing to do sends, with 3 and with 1,000 organizations:
#   bench/idle.sh [SECONDS]        on a throwaway PostgreSQL, which writes down every statement it is sent
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

WINDOW=${1:-60} WARM_UP=20
SCRATCH=$(mktemp -d) APP_PID=''
CLUSTER='' PORT=''

clean_up() {
  trap - EXIT
  stop_process "$APP_PID" TERM 40
  pg_stop
  rm -rf "$SCRATCH"
}

start_postgres() {
  pg_start "$CLUSTER" "$SCRATCH/postgres.log" fsync=off log_statement=all
  pg_export_connections crm "$SCRATCH/senhas"
}

# Each has a connection that was checked, and one work an hour away, as an organization at night.
organizations() {
  cat <<SQL
insert into organizacoes (id, slug, nome, fuso_horario, ativa, criada_em)
select gen_random_uuid(), 'n' || n, 'N ' || n, 'America/Sao_Paulo', true, now() from generate_series($1, $2) n;

insert into integracoes (organizacao_id, id, plataforma, access_token, base_url, ice_servers, modo_de_discagem, gancho, status, reconciliada_em, criado_em, atualizado_em)
select id, gen_random_uuid(), 'api4com', 'v1:x', 'http://127.0.0.1:9/', '{}', 'sip', 'completo', 'conectada', now(), now(), now()
from organizacoes where slug in (select 'n' || n from generate_series($1, $2) n);

insert into trabalhos (organizacao_id, id, tipo, linha_id, vence_em, tentativas, criado_em)
select id, gen_random_uuid(), 'varrer-ligacao', gen_random_uuid(), now() + interval '1 hour', 0, now()
from organizacoes where slug in (select 'n' || n from generate_series($1, $2) n);

SQL
}

fill() {
  local errors
  pg_stop
  errors=$(organizations "$1" "$2" | as_pg_user "$PG_BIN/postgres" --single -j -D "$CLUSTER" crm 2>&1 >/dev/null | grep -E 'ERROR|FATAL' || true)
  [[ -z $errors ]] || fail "PostgreSQL refused the organizations: $errors"
  start_postgres
}

statements() { grep -cE 'LOG:  (statement|execute [^:]+):' "$SCRATCH/postgres.log" || true; }

measure() {
  local before after
  PORT=$(free_port)
  ASPNETCORE_URLS=http://127.0.0.1:$PORT start_detached "$SCRATCH/crm" "$SCRATCH/app.log" TERM -- dotnet CrmVoip.dll
  APP_PID=$STARTED_PID
  until [[ $(http_status 127.0.0.1 "$PORT" /health/ready) == 200 ]]; do
    is_running "$APP_PID" || fail "The product did not start: $(tail -n 3 "$SCRATCH/app.log")"
    sleep 0.5
  done
  sleep "$WARM_UP"
  before=$(statements)
  sleep "$WINDOW"
  after=$(statements)
  stop_process "$APP_PID" TERM 40
  APP_PID=''
  printf '%5d organizations: %s statements/s\n' "$1" "$(node -p "(($after - $before) / $WINDOW).toFixed(2)")"
}

main() {
  require_sdk
  require_node
  require_postgres "$ROOT/.data"
  trap clean_up EXIT
  chmod 755 "$SCRATCH"
  CLUSTER=$SCRATCH/pg$PG_MAJOR
  dotnet publish "$ROOT/src/CrmVoip" -c Release -o "$SCRATCH/crm" "${NO_BUILD_SERVERS[@]}" >"$SCRATCH/build.log" || fail "$(tail -n 20 "$SCRATCH/build.log")"
  pg_init "$CLUSTER" "$SCRATCH/senhas" "$ROOT/eng"
  start_postgres
  export ASPNETCORE_ENVIRONMENT=Production Crm__Cofre__Certificado=$SCRATCH/chaves.pfx Crm__Cofre__Senha=x
  (cd "$SCRATCH/crm" && dotnet CrmVoip.dll certificado "$Crm__Cofre__Certificado" && dotnet CrmVoip.dll preparar) >"$SCRATCH/preparar.log"
  fill 1 3
  measure 3
  fill 4 1000
  measure 1000
}

main
