# shellcheck shell=bash
# Files: written beside their place and moved in, listed before they are made, and told of to whom it concerns.

# --- what was made, so that --uninstall finds it ---------------------------------------------------------------------

# record PATH [data]: before it is made. Data stays at --uninstall unless there is --purge too.
record() {
  [ -z "$dry_run" ] || return 0
  local book=$root$setup/$role.${2:-files} known=''
  [ -d "${book%/*}" ] || mkdir -p "${book%/*}"
  { IFS= read -rd '' known <"$book"; } 2>/dev/null || : # there is no such byte: it reads to the end
  [[ $'\n'$known == *$'\n'"$1"$'\n'* ]] || printf '%s\n' "$1" >>"$book"
}

# --- what has to be told to a service once its files are new; told of before they are, so that no failure in between loses it -------------

notify() {
  [ -n "$dry_run" ] || [ -z "$1" ] || {
    [ -d "$root$setup/pending" ] || mkdir -p "$root$setup/pending"
    : >"$root$setup/pending/$1"
  }
}
notified() { [ -e "$root$setup/pending/$1" ]; }
settled() { [ -n "$dry_run" ] || rm -f "$root$setup/pending/$1"; }

# --- files -----------------------------------------------------------------------------------------------------------

mode_of() { stat -c %a "$1" 2>/dev/null || :; }

# The folders a file needs, written down one by one.
make_way() {
  local way=${1%/*} folders=() i
  while [ -n "$way" ] && [ ! -d "$root$way" ]; do
    folders+=("$way")
    way=${way%/*}
  done
  for ((i = ${#folders[@]} - 1; i >= 0; i--)); do
    record "${folders[i]}"
    mkdir -p "$root${folders[i]}"
  done
}

# Puts a prepared file in its place, whole.
move_in() {
  local from=$1 path=$2 mode=$3 owner=$4
  chmod "$mode" "$from"
  machine chown "$owner" "${from#"$root"}"
  sync -d "$from"
  mv -fT "$from" "$root$path"
}

# put PATH MODE OWNER [SERVICE [data]]: the file is what comes in, whatever it was.
put() {
  local path=$1 mode=$2 owner=$3 service=${4:-} book=${5:-files} content target
  content=$(cat && printf x)
  content=${content%x}
  target=$root$path
  if [ -f "$target" ] && cmp -s "$target" <(printf %s "$content") && [ "$(mode_of "$target")" = "$mode" ]; then
    note "$path is as it should be"
    record "$path" "$book"
    return 0
  fi
  note "write $path ($owner, $mode)"
  if [ -n "$dry_run" ]; then
    printf %s "$content" | sed 's/^/     | /'
    return 0
  fi
  make_way "$path"
  record "$path" "$book"
  record "$path.new" "$book"
  notify "$service"
  printf %s "$content" >"$target.new"
  move_in "$target.new" "$path" "$mode" "$owner"
}

# keep PATH MODE OWNER: the administrator's file; written once and never again.
keep() {
  if [ -f "$root$1" ]; then
    note "$1 is kept as it is"
    cat >/dev/null
    record "$1" data
  else
    put "$1" "$2" "$3" '' data
  fi
}

# made PATH MODE OWNER COMMAND...: what the command prints, behind $prefix; made once. Never shown.
made() {
  local path=$1 mode=$2 owner=$3 target
  shift 3
  target=$root$path
  if [ -s "$target" ]; then
    note "$path is there"
    return 0
  fi
  note "\$ ${prefix:+printf $prefix; }$(typed "$@")  > $path ($owner, $mode)"
  [ -z "$dry_run" ] || return 0
  make_way "$path"
  record "$path" data
  record "$path.new" data
  (
    umask 077
    printf %s "${prefix:-}" >"$target.new"
    machine "$@" >>"$target.new"
  )
  move_in "$target.new" "$path" "$mode" "$owner"
}

# folder PATH MODE OWNER [data]
folder() {
  local target
  target=$root$1
  if [ -d "$target" ] && [ "$(mode_of "$target")" = "$2" ]; then
    note "$1 is there"
  else
    note "\$ install -d -m $2 -o ${3%:*} -g ${3#*:} $1"
    [ -z "$dry_run" ] || return 0
    make_way "$1"
    record "$1" "${4:-files}"
    mkdir -p "$target"
    machine chown "$3" "$1"
    chmod "$2" "$target"
  fi
  record "$1" "${4:-files}"
}

# link PATH TARGET [SERVICE]
link() {
  local path
  path=$root$1
  if [ -L "$path" ] && [ "$(readlink "$path")" = "$2" ]; then
    note "$1 leads to $2"
    record "$1"
    return 0
  fi
  note "\$ ln -sfn $2 $1"
  [ -z "$dry_run" ] || return 0
  make_way "$1"
  record "$1"
  record "$1.new"
  notify "${3:-}"
  ln -sfn "$2" "$path.new"
  mv -fT "$path.new" "$path"
}

# gone PATH...: files that must not be there (any more).
gone() {
  local path
  for path in "$@"; do
    [ -e "$root$path" ] || [ -L "$root$path" ] || continue
    note "\$ rm $path"
    [ -n "$dry_run" ] || rm -f "$root$path"
  done
}

# fill TEMPLATE NAME=VALUE...: the template with @NAME@ replaced. A name that is left is a fault of ours.
fill() {
  local text pair
  text=$(cat "$here/templates/$1" && printf x)
  text=${text%x}
  for pair in "${@:2}"; do
    text=${text//"@${pair%%=*}@"/"${pair#*=}"}
  done
  if [[ $text =~ @[A-Z_]+@ ]]; then fail "templates/$1: nobody says what ${BASH_REMATCH[0]} is"; fi
  printf %s "$text"
}
