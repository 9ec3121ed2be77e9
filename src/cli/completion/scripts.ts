import type { Host } from '../host.ts';
import type { ExitCode } from '../session.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/**
 * Each script asks the command line itself (`storysync __complete -- WORD…`), and hands what it answers to the shell as
 * data: no word of it is ever evaluated.
 */
const completionScripts: { readonly [shell in Shell]: string } = {
  bash: `# storysync: completion for bash. In ~/.bashrc: source <(storysync completion bash)
_storysync() {
  local line=\${COMP_LINE:0:COMP_POINT} answer kind value part
  local -a words
  read -ra words <<<"$line"
  # A line that ends in a blank begins a new word.
  [[ $line == *[[:space:]] ]] && words+=('')
  local current=\${words[\${#words[@]}-1]}
  COMPREPLY=()
  answer=$(storysync __complete -- "\${words[@]:1}" 2>/dev/null </dev/null) || return 0
  # Bash replaces only what stands behind the last = or : of the word.
  part=\${current%"\${current##*[=:]}"}
  while IFS=$'\\t' read -r value _; do
    if [[ -z $kind ]]; then
      kind=$value
    else
      COMPREPLY+=("\${value#"$part"}")
    fi
  done <<<"$answer"
  if [[ $kind == files ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
  fi
}
complete -F _storysync storysync
`,
  zsh: `#compdef storysync
# storysync: completion for zsh. In ~/.zshrc, after compinit: source <(storysync completion zsh)
_storysync() {
  local -a lines values displays
  local line
  lines=("\${(@f)$(storysync __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
  if [[ "\${lines[1]}" == files ]]; then
    _files
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    values+=("\${line%%$'\\t'*}")
    displays+=("\${line/$'\\t'/  -- }")
  done
  (( \${#values} )) && compadd -l -d displays -a values
}
if [[ "\${funcstack[1]}" == _storysync ]]; then
  _storysync "$@"
elif (( \${+functions[compdef]} )); then
  compdef _storysync storysync
fi
`,
  fish: `# storysync: completion for fish. In ~/.config/fish/config.fish: storysync completion fish | source
function __storysync_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (storysync __complete -- $before[2..-1] "$current" 2>/dev/null </dev/null)
    if test "$lines[1]" = files
        __fish_complete_path "$current"
    else if test (count $lines) -gt 1
        printf '%s\\n' $lines[2..-1]
    end
end
complete -c storysync -e
complete -c storysync -f -a '(__storysync_complete)'
`,
};

/** `storysync completion`. */
export function printScript(shell: Shell) {
  return async ({ terminal }: Host): Promise<ExitCode> => {
    terminal.out(completionScripts[shell]);
    return 0;
  };
}
