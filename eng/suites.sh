# shellcheck shell=bash
# Runs the suites of ./test and counts what they report; needs common.sh, ROOT, RESULTS and FILTER.

PASSED=0 FAILED=0
SUMMARY=()

# count NAME PASSED FAILED SECONDS
count() {
  PASSED=$((PASSED + $2))
  FAILED=$((FAILED + $3))
  SUMMARY+=("$(printf '%-12s %5d passed %5d failed %6d s' "$1" "$2" "$3" "$4")")
}

# step NAME COMMAND: a step that passes or fails as a whole.
step() {
  local name=$1 started=$SECONDS
  shift
  say "== $name"
  if run_loud "$@"; then
    count "$name" 1 0 $((SECONDS - started))
  else
    count "$name" 0 1 $((SECONDS - started))
    return 1
  fi
}

# dotnet_suite NAME PROJECT
dotnet_suite() {
  local name=$1 started=$SECONDS status=0 trx=$RESULTS/$1.trx
  local -a filter=()
  if [[ -n $FILTER ]]; then filter=(--filter "$FILTER"); fi
  say "== $name"
  run_loud dotnet test "tests/$2" -c Release --no-build --results-directory "$RESULTS" --logger "trx;LogFileName=$name.trx" \
    "${filter[@]}" || status=$?
  count_results "$name" "$status" "$(read_trx "$trx")" $((SECONDS - started))
}

js_suite() {
  local started=$SECONDS status=0 tap=$RESULTS/js.tap
  local -a filter=()
  if [[ -n $FILTER ]]; then filter=("--test-name-pattern=$FILTER"); fi
  say "== js"
  run_loud npm --prefix src/frontend test -- --test-reporter=dot --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$tap" "${filter[@]}" || status=$?
  count_results js "$status" "$(read_tap "$tap")" $((SECONDS - started))
}

# read_trx, read_tap: "total passed"; a skipped test counts as failed, for none may be skipped.
read_trx() {
  [[ -e $1 ]] || return 0
  sed -n 's/.*<Counters total="\([0-9]*\)" executed="[0-9]*" passed="\([0-9]*\)".*/\1 \2/p' "$1"
}

read_tap() {
  [[ -e $1 ]] || return 0
  awk '/^# tests / { total = $3 } /^# pass / { pass = $3 } END { if (total != "") print total, pass }' "$1"
}

# count_results NAME STATUS "TOTAL PASSED" SECONDS
count_results() {
  local name=$1 status=$2 seconds=$4 total passed failed
  read -r total passed <<<"$3" || true
  if [[ -z ${total:-} || $total -eq 0 ]]; then
    say "$name reported no test."
    count "$name" 0 1 "$seconds"
    return
  fi
  failed=$((total - passed))
  if ((status != 0 && failed == 0)); then
    say "$name passed its tests, but ended with status $status."
    failed=1
  fi
  count "$name" "$passed" "$failed" "$seconds"
}

# Build servers and browsers of an interrupted suite end with its session.
run_loud() {
  setsid env -C "$ROOT" setpriv --pdeathsig TERM -- "$@" 9>&- &
  STEP_PID=$!
  local status=0
  wait "$STEP_PID" || status=$?
  STEP_PID=
  return "$status"
}

conclude() {
  say ''
  printf '%s\n' "${SUMMARY[@]}"
  say ''
  say "$PASSED passed, $FAILED failed"
  ((FAILED == 0 && PASSED > 0))
}
