# Sourced by bin/multipath for -u, -c, -U and -C, which udev's rules call for every event: is this disk
# a path of a map, has this map a path that works? Answered without a JVM and without the daemon, so
# that it can be answered while the host boots: from sysfs, udev's database, the state files, and from
# path-rules, which the daemon makes of the configuration. Needs $home.

sys=/sys
udev_data=/run/udev/data
run_multipath=/run/multipath
state=/etc/multipath
configuration=/etc/multipath.conf
mount_table=/proc/self/mountinfo
swaps=/proc/swaps
by_id=/dev/disk/by-id
dev=/dev

# answer_for_path NAME IGNORE_WWIDS(yes|no): sets $verdict to 0, 1 or 2 (perhaps: wait), and $wait
answer_for_path() {
  local name=$1 ignore=$2 number mode wwid=''
  declare -A settings=() properties=()
  verdict=0 wait=''
  [[ -r $sys/class/block/$name/dev && ! -e $sys/class/block/$name/partition ]] || return 0
  read -r number <"$sys/class/block/$name/dev"
  if is_in_map "$name"; then
    verdict=1
    cancel_wait "$number"
    return 0
  fi
  read_properties "$number"
  read_rules || return 0
  find_wwid "$name"
  decide "$name" "$number" "$ignore"
  ((verdict == 2)) || cancel_wait "$number"
}

# decide NAME NUMBER IGNORE_WWIDS: everything is read
decide() {
  local name=$1 number=$2 mode=${settings[find_multipaths]:-strict}
  if [[ $3 == yes ]]; then
    case $mode in
      on | strict | yes) mode=smart ;;
      off | no) mode=greedy ;;
    esac
  fi
  [[ -n $wwid ]] || return 0
  ! is_blacklisted "$name" || return 0
  [[ ! -e $run_multipath/failed_wwids/$wwid ]] || return 0
  if [[ $mode == greedy || $mode == smart ]] && is_used "$name" "$number"; then
    return 0
  fi
  if [[ $mode == greedy ]] || is_known "$wwid"; then
    verdict=1
  elif [[ $mode == smart ]]; then
    if has_second_path "$name" "$number"; then
      verdict=1
    else
      wait_for_second_path "$name" "$number"
    fi
  fi
}

is_in_map() {
  local uuid file
  for file in "$sys/class/block/$1/holders"/*/dm/uuid; do
    [[ -r $file ]] && read -r uuid <"$file" || continue
    [[ $uuid != mpath-* ]] || return 0
  done
  return 1
}

# sets ${properties[@]}: those that udev's rule runs with, else those of the database
read_properties() {
  local line
  if [[ ${MAJOR:-}:${MINOR:-} == "$1" && -n ${DEVPATH:-} ]]; then
    while IFS= read -r -d '' line; do
      properties[${line%%=*}]=${line#*=}
    done </proc/self/environ
  elif [[ -r $udev_data/b$1 ]]; then
    while read -r line; do
      if [[ $line == E:*=* ]]; then
        line=${line#E:}
        properties[${line%%=*}]=${line#*=}
      fi
    done <"$udev_data/b$1"
  fi
}

# Sets ${settings[@]}, ${hardware[@]}: vendor, product and perhaps a property, and ${lists[@]}: the lines
# of `blacklist` and `blacklist_exceptions` for each criterion. Most lines are never looked at again.
read_rules() {
  local line kind rest
  declare -ga hardware=()
  declare -gA lists=()
  find_rules || return 1
  mapfile -t rules <"$rules_file"
  for line in "${rules[@]}"; do
    kind=${line%%$'\t'*} rest=${line#*$'\t'}
    case $kind in
      device) hardware+=("$rest") ;;
      blacklist | blacklist_exceptions) lists[$kind ${rest%%$'\t'*}]+=${rest#*$'\t'}$'\n' ;;
      '#'*) ;;
      *) settings[$kind]=$rest ;;
    esac
  done
}

# Sets $rules_file. Where the configuration is younger than all of them, `multipath` makes one: that
# starts a JVM, once for a change that no daemon has seen.
find_rules() {
  for rules_file in "$run_multipath/path-rules" "$state/path-rules"; do
    ! is_fresh "$rules_file" || return 0
  done
  rules_file=$run_multipath/path-rules
  mkdir -p "$run_multipath"
  exec {lock}>"$rules_file.lock"
  flock "$lock"
  if ! is_fresh "$rules_file" && make_rules >"$rules_file.$$"; then
    mv "$rules_file.$$" "$rules_file"
  fi
  rm -f "$rules_file.$$"
  exec {lock}>&-
  [[ -r $rules_file ]]
}

make_rules() (
  home=$(cd "$home" && pwd -P)
  source "$home/lib/java.sh"
  run_java org.polypath.client.Multipath --path-rules
)

is_fresh() {
  [[ -r $1 ]] || return 1
  local source
  for source in "$configuration" "$state/conf.d" "$state/conf.d"/*.conf; do
    [[ ! $source -nt $1 ]] || return 1
  done
}

# find_wwid NAME: sets $wwid from the property that holds it for this disk
find_wwid() {
  local name=$1 pair line vendor product attribute=''
  for pair in ${settings[uid_attrs]:-}; do
    if [[ $name == "${pair%%:*}"* ]]; then
      attribute=${pair#*:}
      break
    fi
  done
  if [[ -z $attribute && -z ${settings[uid_attribute_everywhere]:-} ]]; then
    read_identity "$name"
    for line in "${hardware[@]}"; do
      [[ $line == *$'\t'*$'\t'* ]] || continue
      IFS=$'\t' read -r vendor product pair <<<"$line"
      if [[ $identity_vendor =~ $vendor && $identity_product =~ $product ]]; then
        attribute=$pair
      fi
    done
    case $name in
      nvme*) attribute=${attribute:-ID_WWN} ;;
      dasd*) attribute=${attribute:-ID_UID} ;;
    esac
  fi
  attribute=${attribute:-${settings[uid_attribute]:-ID_SERIAL}}
  wwid=${properties[$attribute]:-}
  wwid_attribute=$attribute
}

# sets $identity_vendor and $identity_product
read_identity() {
  local device=$sys/class/block/$1/device
  identity_vendor='' identity_product=''
  [[ ! -r $device/vendor ]] || read -r identity_vendor <"$device/vendor"
  [[ ! -r $device/model ]] || read -r identity_product <"$device/model"
  if [[ $1 == nvme* ]]; then
    identity_vendor=NVME
  fi
}

# matches EXPRESSION TEXT: as blacklists mean it, a leading ! turns it round
matches() {
  local expression=$1
  if [[ $expression == !* ]]; then
    expression=${expression#!}
    ! [[ $2 =~ $expression ]]
  else
    [[ $expression != '\!'* ]] || expression=${expression#\\}
    [[ $2 =~ $expression ]]
  fi
}

# The criteria one after the other; in each an exception wins.
is_blacklisted() {
  local name=$1
  read_identity "$name"
  ! lacks_property || return 0
  listed devnode "$name" && return 0
  listed device "$identity_vendor" "$identity_product" && return 0
  find_protocol "$name"
  if [[ $protocol == scsi:usb && ${settings[allow_usb_devices]:-no} == no ]]; then
    return 0
  fi
  listed protocol "$protocol" && return 0
  listed wwid "$wwid"
}

# listed CRITERION TEXT [TEXT]: blacklisted, and no exception
listed() {
  ! in_list blacklist_exceptions "$@" && in_list blacklist "$@"
}

in_list() {
  local lines=${lists[$1 $2]:-} line
  while [[ -n $lines ]]; do
    line=${lines%%$'\n'*} lines=${lines#*$'\n'}
    if matches "${line%%$'\t'*}" "$3" && { (($# < 4)) || matches "${line#*$'\t'}" "$4"; }; then
      return 0
    fi
  done
  return 1
}

# Blacklisted by a property, or for want of one that the exceptions ask for. Of several that are
# named the first decides, by name.
lacks_property() {
  local name first='' verdict=1 LC_ALL=C
  for name in "${!properties[@]}"; do
    [[ -z $first || $name < $first ]] || continue
    if in_list blacklist_exceptions property "$name"; then
      first=$name verdict=1
    elif in_list blacklist property "$name"; then
      first=$name verdict=0
    fi
  done
  if [[ -z $first ]]; then
    [[ -n ${properties[$wwid_attribute]:-} ]]
  else
    return $verdict
  fi
}

# sets $protocol, in the words of multipath.conf
find_protocol() {
  local device host before=$PWD
  protocol=undef
  if [[ $1 == nvme* ]]; then
    protocol=nvme:unspec
    [[ ! -r $sys/class/block/$1/device/transport ]] ||
      protocol=nvme:$(<"$sys/class/block/$1/device/transport")
    return
  fi
  cd -P "$sys/class/block/$1/device"
  device=$PWD
  cd "$before"
  [[ $device =~ /(host[0-9]+)/ ]] || return 0
  host=${BASH_REMATCH[1]}
  case $device in
    */session*) protocol=scsi:iscsi ;;
    */end_device-*) protocol=scsi:sas ;;
    */usb[0-9]*) protocol=scsi:usb ;;
    */ata[0-9]*) protocol=scsi:ata ;;
    *)
      protocol=scsi:unspec
      [[ ! -e $sys/class/fc_host/$host ]] || protocol=scsi:fcp
      [[ ! -e $sys/class/srp_host/$host ]] || protocol=scsi:srp
      [[ ! -e $sys/class/spi_host/$host ]] || protocol=scsi:spi
      ;;
  esac
}

# mounted, swapped to, or part of something else, itself or one of its partitions
is_used() {
  local part number line
  for part in "$sys/class/block/$1" "$sys/class/block/$1/$1"*; do
    [[ -r $part/dev ]] || continue
    ! compgen -G "$part/holders/*" >/dev/null || return 0
    read -r number <"$part/dev"
    while read -r line; do
      [[ $line != *" $number "* ]] || return 0
    done <"$mount_table"
    while read -r line; do
      [[ $line != "$dev/${part##*/}"[[:space:]]* ]] || return 0
    done <"$swaps"
  done
  return 1
}

# was a map before, or is one
is_known() {
  local lines IFS=$'\n' file=${settings[wwids_file]:-$state/wwids}
  if [[ -e $by_id/dm-uuid-mpath-$1 ]]; then
    return 0
  fi
  [[ -r $file ]] || return 1
  mapfile -t lines <"$file"
  [[ $'\n'"${lines[*]}" == *$'\n'"/$1/"* ]]
}

has_second_path() {
  local file
  for file in $(grep -lFx "E:$wwid_attribute=$wwid" "$udev_data"/b* 2>/dev/null); do
    if [[ ${file##*/b} != "$2" && -e $sys/dev/block/${file##*/b} ]]; then
      return 0
    fi
  done
  return 1
}

# Perhaps, until a time that stands in a file from the first question on; then not. Sets $wait.
wait_for_second_path() {
  local marker=$run_multipath/find_multipaths/$2 now=${EPOCHREALTIME/,/.} seconds deadline
  if [[ ! -s $marker ]]; then
    seconds=${settings[find_multipaths_timeout]:--10}
    ((seconds != 0)) || seconds=-10
    if ((seconds < 0)); then
      seconds=$((-seconds))
      is_known_hardware "$1" || seconds=1
    fi
    mkdir -p "${marker%/*}"
    echo "$((${now%.*} + seconds)).${now#*.}" >"$marker"
  fi
  deadline=$(<"$marker")
  if ((10#${now/./} < 10#${deadline/./})); then
    verdict=2 wait=$deadline
  else
    wait=0
  fi
}

is_known_hardware() {
  local line vendor product
  read_identity "$1"
  for line in "${hardware[@]}"; do
    vendor=${line%%$'\t'*} product=${line#*$'\t'}
    product=${product%%$'\t'*}
    if [[ $identity_vendor =~ $vendor && $identity_product =~ $product ]]; then
      return 0
    fi
  done
  return 1
}

# Whoever was told to wait is told that it is over.
cancel_wait() {
  local marker=$run_multipath/find_multipaths/$1
  if [[ -e $marker ]]; then
    wait=0
  fi
}

# Sets $map to the name of a map, by any of its names; fails if there is none.
find_map() {
  local device=${1#/dev/mapper/} minor name
  device=${device#/dev/}
  for name in "$sys"/block/dm-*/dm/name; do
    [[ -r $name ]] || continue
    minor=${name#"$sys"/block/}
    minor=${minor%/dm/name}
    map=$(<"$name")
    if [[ $device == "$map" || $device == "$minor" || $device == "$(<"$sys/block/$minor/dev")" ||
      mpath-$device == "$(<"$sys/block/$minor/dm/uuid")" ]]; then
      return 0
    fi
  done
  return 1
}

# has_usable_path MAP: one that the kernel uses, on a device that is not taken offline
has_usable_path() {
  local words word='' previous state_file
  read -ra words <<<"$(dmsetup status --target multipath "$1")"
  for word in "${words[@]}"; do
    if [[ $word == A && ${previous:-} =~ ^[0-9]+:[0-9]+$ ]]; then
      state_file=$sys/dev/block/$previous/device/state
      if [[ ! -r $state_file || $(<"$state_file") == @(running|live) ]]; then
        return 0
      fi
    fi
    previous=$word
  done
  return 1
}

refuse() {
  echo "multipath: $1" >&2
  exit 1
}

# check_path OPTION(-u|-c) DEVICE IGNORE_WWIDS
check_path() {
  local device=$2
  if [[ $1 == -c ]]; then
    [[ $device == /* ]] || refuse "the -c option requires a path to check"
    [[ -e $device ]] || refuse "'$device' is not a valid argument"
    [[ ! -L $device ]] || device=$(readlink -f "$device")
  fi
  device=${device:-${DEVNAME:-}}
  [[ -n $device ]] || refuse "the -u option requires a device"
  answer_for_path "${device#/dev/}" "$3"
  if [[ $verdict == 2 && $1 == -c ]]; then
    verdict=0
  fi
  echo "DM_MULTIPATH_DEVICE_PATH=\"$verdict\""
  [[ -z $wait ]] || echo "FIND_MULTIPATHS_WAIT_UNTIL=\"$wait\""
  [[ $1 == -u || $verdict == 1 ]] || exit 1
}

# check_map OPTION(-U|-C) DEVICE
check_map() {
  local device=${2:-${DM_NAME:-}} map
  [[ -n $device ]] || refuse "the $1 option requires a map to check"
  find_map "$device" || refuse "$device is not a dm device"
  has_usable_path "$map" || refuse "$map: no usable paths found"
}
