# The daemon on a simulated host, for scripts beside this one. Sets home, bin, work; the caller ends with end_daemon.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
bin=$home/distribution/target/polypath/bin
work=$(mktemp -d)
daemon=

# JAVA-OPTION…
start_daemon() {
  rm -rf "$work/run"
  mkdir -p -m 700 "$work/run" "$work/deploy"
  POLYPATH_JAVA_OPTIONS="-Dpolypath.source=simulator -Dpolypath.run=$work/run \
    -Dpolypath.deploy.directory=$work/deploy $*" "$bin/multipathd" -d 2>"$work/log" &
  daemon=$!
}

end_daemon() {
  [[ -n $daemon ]] || return 0
  kill "$daemon" 2>/dev/null || true
  wait "$daemon" || true
  daemon=
}

# the program that finds this daemon
polypath() {
  MULTIPATH_SOCKET_NAME=$work/run/multipathd.socket POLYPATH_JAVA_OPTIONS=-Dpolypath.run=$work/run "$bin/polypath" "$@"
}

# without network, quietly
mvn() {
  command mvn -q -o ${MAVEN_REPOSITORY:+-Dmaven.repo.local=$MAVEN_REPOSITORY} "$@"
}

# TEXT COMMAND…: gives the command until its answer has the text
await() {
  local tries text=$1
  shift
  for ((tries = 0; tries < 120; tries++)); do
    if "$@" >"$work/out" 2>&1 && grep -qE "$text" "$work/out"; then return; fi
    sleep 1
  done
  echo "did not happen: $* says $text"
  cat "$work/out" "$work/log"
  return 1
}
