# shellcheck shell=bash
# CRM_DATA of ./run; needs common.sh, postgres.sh, demo.sh and ROOT.

# The user PostgreSQL runs as cannot enter a checkout under /root: its default data folder is then outside.
choose_data_folder() {
  DATA=${CRM_DATA:-$ROOT/.data}
  make_enterable "$DATA"
  DATA=$(cd "$DATA" && pwd)
  uses_private_postgres || return 0
  pg_can_reach "$DATA" && return 0
  [[ -z ${CRM_DATA:-} ]] || fail "PostgreSQL runs as user $PG_USER, who cannot enter $DATA: choose another CRM_DATA."
  rmdir "$DATA" 2>/dev/null || true
  DATA=/var/lib/crmvoip-$(printf %s "$ROOT" | sha256sum | cut -c1-12)
  make_enterable "$DATA"
  say "Data folder: $DATA"
}

make_enterable() {
  mkdir -p "$1"
  if is_root; then chmod a+x "$1"; fi
}

lock_data_folder() {
  exec 9>"$DATA/.lock"
  flock -n 9 || fail "Another ./run is using $DATA: stop it first, or give this one a CRM_DATA and ports of its own."
}

reset_data() {
  local cluster
  for cluster in "$DATA"/pg[0-9][0-9]; do pg_stop_leftover "$cluster"; done
  rm -rf "$DATA"/pg[0-9][0-9] "$DATA"/pg[0-9][0-9].new "$DATA/senhas" "$DATA/cofre" "$DATA/simulador" \
    "$DATA/porta-do-simulador" "$DATA/logs"
}

# The seeded connections name the simulator's address, so its port stays what it was.
choose_simulator_port() {
  local file=$DATA/porta-do-simulador seeded=''
  if [[ -s $file ]]; then seeded=$(cat "$file"); fi
  SIMULATOR_PORT=${CRM_SIMULADOR_PORT:-${seeded:-5090}}
  [[ -z $seeded || $seeded == "$SIMULATOR_PORT" ]] ||
    fail "The data in $DATA expects the simulator on port $seeded: leave CRM_SIMULADOR_PORT at that, or start over with ./run --reset."
}
