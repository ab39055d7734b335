#!/usr/bin/env bash
# Prints what a start of the product takes, and its memory, beside an application of MVC and EF Core with one page:
#   bench/partida.sh [TIMES]        on a throwaway PostgreSQL; the two take turns
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

TIMES=${1:-5} PAGES=2000
SCRATCH=$(mktemp -d) APP_PID=''

clean_up() {
  trap - EXIT
  stop_process "$APP_PID" TERM 40
  pg_stop
  rm -rf "$SCRATCH"
}

publish() {
  dotnet publish "$ROOT/$1" -c Release -o "$SCRATCH/$2" -p:RunAnalyzers=false "${NO_BUILD_SERVERS[@]}" >"$SCRATCH/build.log" || fail "$(tail -n 20 "$SCRATCH/build.log")"
}

milliseconds() { date +%s%3N; }

# User and system time of a process, in ms.
cpu_of() { awk -v tick="$(getconf CLK_TCK)" '{ print int(($14 + $15) * 1000 / tick) }' "/proc/$1/stat"; }

memory_of() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }

load_pages() {
  node --input-type=module -e '
    const [url, pages] = process.argv.slice(1)
    let left = Number(pages)
    await Promise.all(Array.from({ length: 8 }, async () => {
      while (left-- > 0) {
        const answer = await fetch(url)
        if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
        await answer.text()
      }
    }))' "$1" "$PAGES"
}

# measure NAME FOLDER ASSEMBLY PAGE
measure() {
  local port started ready cpu idle
  port=$(free_port)
  started=$(milliseconds)
  ASPNETCORE_URLS=http://127.0.0.1:$port start_detached "$SCRATCH/$2" "$SCRATCH/app.log" TERM -- dotnet "$3"
  APP_PID=$STARTED_PID
  until [[ $(http_status 127.0.0.1 "$port" "$4") == 200 ]]; do
    is_running "$APP_PID" || fail "$1 did not start: $(tail -n 3 "$SCRATCH/app.log")"
    (($(milliseconds) - started < 60000)) || fail "$1 shows no page: $(tail -n 3 "$SCRATCH/app.log")"
    sleep 0.02
  done
  ready=$(milliseconds) cpu=$(cpu_of "$APP_PID")
  sleep 5
  idle=$(memory_of "$APP_PID")
  load_pages "http://127.0.0.1:$port$4"
  printf '| %s | %d | %d | %d | %d |\n' "$1" $((ready - started)) "$cpu" "$idle" "$(memory_of "$APP_PID")"
  stop_process "$APP_PID" TERM 40
  APP_PID=''
}

main() {
  local time
  require_sdk
  require_node
  require_postgres "$ROOT/.data"
  trap clean_up EXIT
  chmod 755 "$SCRATCH"
  publish src/CrmVoip crm
  publish bench/partida/Nu.csproj nu
  pg_init "$SCRATCH/pg$PG_MAJOR" "$SCRATCH/senhas" "$ROOT/eng"
  pg_start "$SCRATCH/pg$PG_MAJOR" "$SCRATCH/postgres.log" fsync=off
  pg_export_connections crm "$SCRATCH/senhas"
  # Pages without TLS are for demonstrations alone.
  export ASPNETCORE_ENVIRONMENT=Production Crm__Demonstracao=true Crm__Cofre__Certificado=$SCRATCH/chaves.pfx Crm__Cofre__Senha=x
  (cd "$SCRATCH/crm" && dotnet CrmVoip.dll certificado "$Crm__Cofre__Certificado" && dotnet CrmVoip.dll preparar) >"$SCRATCH/preparar.log"
  printf '| | first page after ms | CPU ms until then | MB after 5 s | MB after %s pages |\n| --- | --- | --- | --- | --- |\n' "$PAGES"
  for ((time = 0; time < TIMES; time++)); do
    measure 'one page of MVC and EF Core' nu Nu.dll /
    measure 'product' crm CrmVoip.dll /conta/entrar
  done
}

main
