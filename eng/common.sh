# shellcheck shell=bash
# Small helpers shared by run, test and .ci/run.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

is_root() { [[ $(id -u) -eq 0 ]]; }

have() { command -v "$1" >/dev/null 2>&1; }

require_sdk() {
  have dotnet || fail "The .NET 10 SDK is missing: install it so that 'dotnet' is on the PATH."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET 10 SDK is missing: 'dotnet --list-sdks' lists no 10.x."
}

require_node() {
  if ! have node || ! have npm; then
    fail "Node.js 20.10 or newer with npm is missing: install it so that 'node' and 'npm' are on the PATH."
  fi
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor >= 2010 ? 0 : 1)' ||
    fail "Node.js 20.10 or newer is needed; this is $(node --version)."
}

random_password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

port_is_free() {
  node -e 'require("net").createServer().on("error", () => process.exit(1)).listen(+process.argv[2], process.argv[1], () => process.exit(0))' "$1" "$2"
}

# start_detached FOLDER LOG SIGNAL [setpriv options] -- COMMAND: sets STARTED_PID. A session of its own keeps
# Ctrl+C away, so that the script stops its processes in order; if the script is killed, the kernel sends SIGNAL.
start_detached() {
  local folder=$1 log=$2 signal=$3
  shift 3
  setsid env -C "$folder" setpriv --pdeathsig "$signal" "$@" >"$log" 2>&1 9>&- &
  # shellcheck disable=SC2034 # read by the callers
  STARTED_PID=$!
}

STEP_PID=

# run_step FOLDER LOG COMMAND: a foreground command would make bash wait for its end before it heeds a signal.
run_step() {
  local folder=$1 log=$2 status=0
  shift 2
  start_detached "$folder" "$log" TERM -- "$@"
  STEP_PID=$STARTED_PID
  wait "$STEP_PID" || status=$?
  STEP_PID=
  return "$status"
}

# stop_step ends the whole session of an unfinished run_step.
stop_step() {
  if is_running "$STEP_PID"; then kill -s TERM -- "-$STEP_PID" 2>/dev/null || true; fi
  stop_process "$STEP_PID" TERM 5
}

is_running() { [[ -n ${1:-} ]] && kill -0 "$1" 2>/dev/null; }

# stop_process PID SIGNAL SECONDS: ends a child, with SIGKILL when it takes longer.
stop_process() {
  local pid=$1 signal=$2 tenths=$(($3 * 10))
  is_running "$pid" || return 0
  kill -s "$signal" "$pid" 2>/dev/null || true
  while is_running "$pid" && ((tenths-- > 0)); do sleep 0.1; done
  kill -s KILL "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

command_line_of() { tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true; }

# http_status HOST PORT PATH, without asking for curl.
http_status() {
  local line=''
  {
    exec 8<>"/dev/tcp/$1/$2" &&
      printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\n\r\n' "$3" "$1" "$2" >&8 &&
      IFS= read -r -t 5 line <&8
  } 2>/dev/null || true
  exec 8>&- || true
  line=${line#* }
  printf %s "${line%% *}"
}

# Build servers would outlive the script that started them.
# shellcheck disable=SC2034 # read by the scripts
NO_BUILD_SERVERS=(-nodeReuse:false -p:UseSharedCompilation=false)
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=true MSBUILDDISABLENODEREUSE=1
