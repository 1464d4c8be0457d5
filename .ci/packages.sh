# Sourced by run, test: sees to the Debian packages that a step needs.

say() {
  echo "${0##*/}: $*" >&2
}

# packages_for PROGRAM=PACKAGE…: prints the packages of the programs that are not here
packages_for() {
  local pair
  for pair in "$@"; do
    PATH=$PATH:/usr/sbin:/sbin type -P "${pair%%=*}" >/dev/null || echo "${pair#*=}"
  done | sort -u
}

# install PACKAGE…: fails where that is not possible, after saying what is missing
install() {
  if ((EUID != 0)) || ! type -P apt-get >/dev/null; then
    say "missing, and only root can install it: apt-get install $*"
    return 1
  fi
  say "installing $*"
  local policy=/usr/sbin/policy-rc.d ours=no status=0
  if [[ ! -e $policy ]]; then
    # a package must not start its daemon on this host: we only want its programs
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    ours=yes
  fi
  {
    apt-get -qq update &&
      DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
  } >/dev/null 2>&1 </dev/null || status=1
  [[ $ours == no ]] || rm -f "$policy"
  ((status == 0)) || say "apt-get could not install: $*"
  return $status
}

# whatever builds it
see_to_the_build_tools() {
  local missing
  missing=$(packages_for javac=openjdk-17-jdk-headless mvn=maven)
  # shellcheck disable=SC2086 # one word each
  [[ -z $missing ]] || install $missing
}
