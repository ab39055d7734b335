# shellcheck shell=bash
# Starting, watching and stopping the programs of ./run; needs common.sh, postgres.sh and demo.sh.

APP_PID='' SIMULATOR_PID='' WATCHER_PID=''

start_applications() {
  SIMULADOR_HOST=$HOST SIMULADOR_PORT=$SIMULATOR_PORT Simulador__Audio=musica Simulador__Dados=$DATA/simulador \
    start_detached "$DATA/programs/CrmVoip.Simulador" "$DATA/logs/simulador.log" TERM -- dotnet CrmVoip.Simulador.dll
  SIMULATOR_PID=$STARTED_PID
  ASPNETCORE_URLS=http://$HOST:$PORT \
    start_detached "$DATA/programs/CrmVoip" "$DATA/logs/app.log" TERM -- dotnet CrmVoip.dll
  APP_PID=$STARTED_PID
  wait_until_ready
}

wait_until_ready() {
  local tenths=1200
  until [[ $(http_status "$LOCAL_HOST" "$PORT" /health/ready) == 200 && $(http_status "$LOCAL_HOST" "$SIMULATOR_PORT" /health) == 200 ]]; do
    report_the_dead
    ((tenths-- > 0)) || fail "CrmVoip did not become ready within two minutes; see $DATA/logs."
    sleep 0.1
  done
}

wait_until_something_ends() {
  watch_parent &
  WATCHER_PID=$!
  while true; do
    wait -n || true
    report_the_dead
    is_running "$WATCHER_PID" || exit 143
  done
}

# A script in the foreground ends with the shell it was started from; one sent to the background
# (&, nohup, setsid) was meant to outlive it: its SIGINT or SIGHUP is ignored, or it leads a session.
watch_parent() {
  exec 9>&-
  local ignored
  ignored=$(sed -n 's/^SigIgn:\t*//p' "/proc/$$/status")
  if (((16#$ignored & 3) != 0 || PPID == 0)) || [[ $(awk '{print $6}' "/proc/$$/stat") == "$$" ]]; then
    exec sleep infinity
  fi
  while [[ -d /proc/$PPID ]]; do sleep 1; done
}

report_the_dead() {
  has_died "$APP_PID" "CrmVoip" app.log
  has_died "$SIMULATOR_PID" "The simulator" simulador.log
  [[ -z $PG_PID ]] || has_died "$PG_PID" "PostgreSQL" postgres.log
}

has_died() {
  is_running "$1" && return 0
  tail -n 20 "$DATA/logs/$3" >&2
  fail "$2 ended by itself; see $DATA/logs/$3. Everything else is being stopped."
}

stop_everything() {
  trap '' INT TERM HUP
  trap - EXIT
  stop_step
  stop_process "$APP_PID" TERM 8
  stop_process "$SIMULATOR_PID" TERM 3
  pg_stop
  stop_process "$WATCHER_PID" TERM 1
}
