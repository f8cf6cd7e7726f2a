"""Completion in bash, zsh and fish: the script each of them sources, and how it asks and is answered.

The protocol is click's: the script runs the program with _EXAMPAPER_COMPLETE set, and reads items of a type and a
value. The scripts are not, since click's offer files of any name: with "file" ours offer YAML files and folders, with
"dir" folders alone, as the shell itself lists and quotes them.
"""

from __future__ import annotations

import os

import click
from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    shell_complete,
)

from generator.cli.completion import VARIABLE

PROGRAM = "exampaper"

# macOS has a bash without nosort and compopt.
_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' type value path
    COMPREPLY=()
    while IFS=, read -r type value; do
        if [[ $type == plain ]]; then
            COMPREPLY+=("$value")
            continue
        fi
        compopt -o filenames 2>/dev/null
        while read -r path; do
            COMPREPLY+=("$path")
        done < <(
            compgen -d -- "$2"
            [[ $type == dir ]] || { compgen -f -X '!*.yaml' -- "$2"; compgen -f -X '!*.yml' -- "$2"; }
        )
    done < <(
        env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" %(complete_var)s=bash_complete \\
            "${1/#~\\//$HOME/}" 2>/dev/null
    )
}

complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null || complete -F %(complete_func)s %(prog_name)s
"""

_ZSH = """\
#compdef %(prog_name)s

%(complete_func)s() {
    local type value help found=1
    local -a response items
    response=("${(@f)$(env COMP_WORDS="${(F)words}" COMP_CWORD=$((CURRENT - 1)) \\
        %(complete_var)s=zsh_complete ${~${(Q)words[1]}} 2>/dev/null)}")
    compset -P '--[a-z]##='
    for type value help in "${response[@]}"; do
        if [[ $type == plain && $help == _ ]]; then
            items+=("${value//:/\\\\:}")
        elif [[ $type == plain ]]; then
            items+=("$value:$help")
        elif [[ $type == dir ]]; then
            _files -/ && found=0
        elif [[ $type == file ]]; then
            _files -g '*.(yaml|yml)' && found=0
        fi
    done
    (( $#items )) && _describe -V %(prog_name)s items && found=0
    return found
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

_FISH = """\
function %(complete_func)s
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l typed (commandline --current-process --cut-at-cursor | string collect)
    set -l current (commandline --current-token --cut-at-cursor)
    set -l option (string match --regex '^--[a-z]+=' -- $current)
    set -l value (string replace --regex '^--[a-z]+=' '' -- $current)
    for item in (env COMP_WORDS=$typed COMP_CWORD=$current %(complete_var)s=fish_complete $words[1] 2>/dev/null)
        set -l parts (string split --max 1 , -- $item)
        switch $parts[1]
            case dir
                complete --do-complete "'' $value" | string match --regex '^[^\\t]*/(?:\\t.*)?$'
            case file
                complete --do-complete "'' $value" | string match --regex '^[^\\t]*(?:/|\\.ya?ml)(?:\\t.*)?$'
            case '*'
                echo $parts[2]
        end
    end | string replace --regex -- '^' "$option"
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


@add_completion_class
class Bash(BashComplete):
    source_template = _BASH

    def source(self) -> str:
        return ShellComplete.source(self)  # click's looks for the bash of this machine first

    def get_completion_args(self) -> tuple[list[str], str]:
        """`--lang=zh` comes as three words."""
        args, incomplete = super().get_completion_args()
        return [word for word in args if word != "="], "" if incomplete == "=" else incomplete


@add_completion_class
class Zsh(ZshComplete):
    source_template = _ZSH


@add_completion_class
class Fish(FishComplete):
    source_template = _FISH


def script(shell: str) -> str:
    """What the user's shell is to source."""
    found = {"bash": Bash, "zsh": Zsh, "fish": Fish}[shell]
    return found(click.Command(PROGRAM), {}, PROGRAM, VARIABLE).source()


def respond(group: click.Group) -> int:
    """Print what may stand next, as the environment asks; the exit status."""
    try:
        return shell_complete(group, {}, PROGRAM, VARIABLE, os.environ[VARIABLE])
    except (KeyError, ValueError):  # asked by none of the scripts
        return 1
