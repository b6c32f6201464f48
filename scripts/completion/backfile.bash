# Completion of both programs for bash. Options and what they take are asked of the
# program itself, so that this can't lag behind it.

# PROGRAM: its options, one a line, those that take a value with its name behind them
_backfile_options() {
  "$1" --help 2>/dev/null | sed -nE 's/^  (--[a-z-]+( [^ (]+)?).*/\1/p'
}

# PROGRAM OPTION: the choices there are, as told to who asks for none of them
_backfile_choices() {
  "$1" "$2" '?=' 2>&1 |
    sed -nE 's/^.*; (use|fields are) //; t list
             d
             :list
             s/, and |,| or one of | or / /g; p'
}

_backfile() {
  local program=${1/#\~/$HOME} word=$2 option='' before=("${COMP_WORDS[@]:0:COMP_CWORD}") only_words=
  COMPREPLY=()
  [[ " ${before[*]} " != *' -- '* ]] || only_words=yes
  # To bash, `=` is a word by itself.
  [ "$word" != = ] || { word='' before+=('='); }
  if [ -n "$only_words" ]; then
    :
  elif [ "${before[-1]}" = = ]; then
    option=${before[-2]}
    [[ $option == --* ]] || return 0 # FIELD=VALUE: who knows
  elif [[ ${before[-1]} == --* ]]; then
    option=$(_backfile_options "$program" | awk -v name="${before[-1]}" '$1 == name && NF > 1 { print $1 }')
  fi

  case $option in
    --new-since | --rejects)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      ;;
    --run | --save)
      mapfile -t COMPREPLY < <(compgen -W "$("$program" --list 2>/dev/null | cut -d' ' -f1)" -- "$word")
      ;;
    --filter | --exclude | --map | --set)
      compopt -o nospace
      mapfile -t COMPREPLY < <(compgen -S = -W "$(_backfile_choices "$program" "$option")" -- "$word")
      ;;
    --sort | --total | --facet | --facet-mode | --timeline | --format | --clean | --progress)
      mapfile -t COMPREPLY < <(compgen -W "$(_backfile_choices "$program" "$option")" -- "$word")
      ;;
    --*) ;; # a number, a name, a date
    *)
      if [[ -z $only_words && $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_backfile_options "$program" | cut -d' ' -f1)" -- "$word")
      else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
      fi
      ;;
  esac
}

complete -F _backfile backfile-index backfile-search
