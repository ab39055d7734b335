# shellcheck shell=bash
# A private PostgreSQL cluster; needs common.sh and PG_BIN. Sets PG_PORT and PG_PID.

PG_PID=

PG_USER=
PG_USER_OPTIONS=()

# pg_choose_user CLUSTER: PostgreSQL refuses to run as root; an existing folder is run by its owner.
pg_choose_user() {
  is_root || return 0
  PG_USER=nobody
  if id postgres >/dev/null 2>&1; then PG_USER=postgres; fi
  if [[ -d $1 ]]; then PG_USER=$(stat -c %U "$1"); fi
  PG_USER_OPTIONS=(--reuid "$PG_USER" --regid "$(id -g "$PG_USER")" --clear-groups)
}
pg_choose_user ''

as_pg_user() { env -C / setpriv "${PG_USER_OPTIONS[@]}" -- "$@"; }

pg_own() { if is_root; then chown "$PG_USER" "$1"; fi; }

# pg_can_reach FOLDER: whether the user PostgreSQL runs as gets into it.
pg_can_reach() { as_pg_user test -x "$1" 2>/dev/null; }

# pg_password_of FOLDER NAME: the password of that role, made at the first call.
pg_password_of() {
  local file=$1/$2
  if [[ ! -s $file ]]; then
    (umask 077 && mkdir -p "$1" && random_password >"$file")
  fi
  cat "$file"
}

# pg_init CLUSTER PASSWORDS SQL: a cluster with roles and database, made aside and renamed, so that an
# interrupted one leaves nothing half done.
pg_init() {
  local cluster=$1 fresh=$1.new password_file
  rm -rf "$fresh"
  mkdir -m 700 "$fresh"
  password_file=$(mktemp)
  pg_password_of "$2" postgres >"$password_file"
  pg_own "$fresh"
  pg_own "$password_file"
  if ! as_pg_user "$PG_BIN/initdb" -D "$fresh" -U postgres --encoding=UTF8 --locale=C.UTF-8 \
    --auth=scram-sha-256 --pwfile="$password_file" >"$cluster.log" 2>&1; then
    rm -f "$password_file"
    tail -n 5 "$cluster.log" >&2
    fail "PostgreSQL could not create its data folder $cluster."
  fi
  rm -f "$password_file" "$cluster.log"
  pg_create_roles "$fresh" "$2" "$3"
  pg_single "$fresh" <"$3/database.sql"
  pg_single "$fresh" crm <"$3/walls.sql"
  mv "$fresh" "$cluster"
}

# pg_single CLUSTER [DATABASE]: SQL from the standard input, run without a server (no psql is assumed).
pg_single() {
  local errors
  errors=$(as_pg_user "$PG_BIN/postgres" --single -j -D "$1" "${2:-postgres}" 2>&1 >/dev/null | grep -E 'ERROR|FATAL|PANIC' || true)
  [[ -z $errors ]] || fail "PostgreSQL refused the preparation of its roles: $errors"
}

# pg_create_roles CLUSTER PASSWORDS SQL: any number of times.
pg_create_roles() {
  local cluster=$1 passwords=$2 here=$3 role
  {
    cat "$here/roles.sql"
    for role in postgres crm_owner crm_app crm_auth crm_fila; do
      printf "alter role %s password '%s';\n\n" "$role" "$(pg_password_of "$passwords" "$role")"
    done
  } | pg_single "$cluster"
}

# pg_stop_leftover CLUSTER: ends a server that an earlier, killed run left on this folder.
pg_stop_leftover() {
  local file=$1/postmaster.pid pid
  [[ -e $file ]] || return 0
  pid=$(head -n 1 "$file")
  if [[ $(command_line_of "$pid") == *"$1"* ]]; then
    stop_process "$pid" INT 20
  fi
  # The number may belong to another program by now, which PostgreSQL would take for itself.
  rm -f "$file"
}

# pg_start CLUSTER LOG [NAME=VALUE...]: listens on 127.0.0.1 only, on a free port.
pg_start() {
  local cluster=$1 log=$2 setting
  local -a options=()
  shift 2
  PG_PORT=$(free_port)
  for setting in listen_addresses=127.0.0.1 unix_socket_directories= "port=$PG_PORT" "$@"; do
    options+=(-c "$setting")
  done
  start_detached / "$log" INT "${PG_USER_OPTIONS[@]}" -- "$PG_BIN/postgres" -D "$cluster" "${options[@]}"
  PG_PID=$STARTED_PID
  pg_wait_ready "$cluster" || fail "PostgreSQL did not start; see $log."
}

pg_wait_ready() {
  local tenths=600
  while ((tenths-- > 0)); do
    is_running "$PG_PID" || return 1
    [[ $(sed -n 8p "$1/postmaster.pid" 2>/dev/null) == ready* ]] && return 0
    sleep 0.1
  done
  return 1
}

pg_stop() {
  [[ -n ${PG_PID:-} ]] || return 0
  stop_process "$PG_PID" INT 15
  PG_PID=
}

# pg_export_connections DATABASE PASSWORDS: what the product reads, one connection for each of its roles.
pg_export_connections() {
  local name role connection
  while read -r name role; do
    connection=$(pg_connection "$1" "$role" "$2")
    export "ConnectionStrings__$name=$connection"
  done <<<$'Crm crm_app\nContas crm_auth\nFila crm_fila\nDono crm_owner'
}

# pg_connection DATABASE ROLE PASSWORDS
pg_connection() {
  say "Host=127.0.0.1;Port=$PG_PORT;Database=$1;Username=$2;Password=$(pg_password_of "$3" "$2")"
}
