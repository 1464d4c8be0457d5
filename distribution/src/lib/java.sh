# Sourced by the programs in bin/: finds a JDK and runs a class of lib/ in it.
# Needs $home. Forks at most once, and not at all where JAVA_HOME is set: every command pays for it.

fail() {
  echo "${0##*/}: $1" >&2
  exit 1
}

# sets $java and $version
find_java() {
  local java_home=${JAVA_HOME:-} line
  if [[ -z $java_home ]]; then
    java=$(readlink -f "$(type -P java)") ||
      fail "no Java: install openjdk-17-jre-headless (or newer), or set JAVA_HOME"
    java_home=${java%/bin/java}
  fi
  java=$java_home/bin/java
  [[ -x $java ]] || fail "no Java in $java_home: set JAVA_HOME to a JDK or JRE, 17 or newer"
  version=17
  if [[ -r $java_home/release ]]; then
    while read -r line; do
      if [[ $line == JAVA_VERSION=* ]]; then
        version=${line#*=}
        version=${version//\"/}
      fi
    done <"$java_home/release"
  fi
  ((${version%%[.+-]*} >= 17)) || fail "Java $version in $java_home is too old: 17 or newer is needed"
}

# What programs say and read is the same whatever the user's language: names in UTF-8, numbers in digits
# that others read, reasons of the C library in English.
export LC_ALL=C.UTF-8

# sets ${options[@]}
set_java_options() {
  local class_path='' jar archive=$home/lib/classes-$version.jsa
  # the same order always: the class archive holds good for one class path only
  for jar in org.polypath.launcher org.polypath.client org.apache.felix.framework \
    slf4j-api slf4j-jdk14 jna commons-cli jline; do
    [[ -e $home/lib/$jar.jar ]] && class_path+=:$home/lib/$jar.jar
  done
  options=(
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError
    -Xss256k -Xms12m -Xmx256m -XX:ReservedCodeCacheSize=32m
    -Xshare:auto -Xlog:disable "-Dpolypath.home=$home"
  )
  [[ -e $archive ]] && options+=("-XX:SharedArchiveFile=$archive")
  ((${version%%[.+-]*} >= 22)) && options+=(--enable-native-access=ALL-UNNAMED)
  ((${version%%[.+-]*} >= 24)) && options+=(--sun-misc-unsafe-memory-access=allow)
  # shellcheck disable=SC2206 # the user's own options: several words
  options+=(${POLYPATH_JAVA_OPTIONS:-} -cp "${class_path#:}")
}

# a JVM does not start in a folder that was removed
leave_lost_folder() {
  pwd -P &>/dev/null || cd /
}

# run_java CLASS WORD…: becomes that program, through the words of ${prefix[@]} if there are any
run_java() {
  local java version options
  find_java
  set_java_options
  leave_lost_folder
  exec "${prefix[@]}" "$java" "${options[@]}" "$@"
}

# run_java_with "BUNDLE…" CLASS WORD…: the same, with bundles on the class path as plain jars
run_java_with() {
  local java version options bundle
  find_java
  set_java_options
  for bundle in $1; do
    # behind the others: the class archive stays good for those
    options[-1]+=:$home/bundle/$bundle.jar
  done
  shift
  leave_lost_folder
  exec "$java" "${options[@]}" "$@"
}

prefix=()
