import type { Command, Option } from 'commander';

/** What the shell may put in the place of the last word; `files`: it knows better itself. */
export type Candidates = 'files' | readonly Candidate[];
export type Candidate = { readonly value: string; readonly about?: string };

/** Names of the manifest that options take, by option; only asked for when one of those is being typed. */
export type KnownNames = (option: string) => Promise<readonly string[] | undefined>;

/** What `words` (all after the program's name, the last one unfinished) can be continued with, by commander's own tree. */
export async function continuationsOf(
  program: Command,
  words: readonly string[],
  names: KnownNames,
): Promise<Candidates> {
  const before = words.slice(0, -1);
  const current = words.at(-1) ?? '';
  const at = before.findIndex((word) => !word.startsWith('-'));
  if (at === -1) {
    const values = current.startsWith('-') ? optionsOf(program, []) : commandsOf(program);
    return values.filter(({ value }) => value.startsWith(current));
  }
  const command = program.commands.find((each) => each.name() === before[at]);
  if (command === undefined || hasEnded(before)) return [];
  return withinCommand(command, before.slice(at + 1), current, names);
}

async function withinCommand(
  command: Command,
  before: readonly string[],
  current: string,
  names: KnownNames,
): Promise<Candidates> {
  const [, flag, part] = /^(--[a-z-]+)=(.*)$/s.exec(current) ?? [];
  if (flag !== undefined && part !== undefined) {
    const values = await valuesOf(optionNamed(command, flag), names);
    // How a shell completes a path behind an equals sign is its own affair.
    return values === 'files' ? [] : matching(values, part, []).map(({ value }) => ({ value: `${flag}=${value}` }));
  }
  const { open, given, operands } = readWords(command, before);
  if (current.startsWith('-')) return matching(optionsOf(command, before), current, []);
  if (open !== undefined) {
    const values = await valuesOf(open, names);
    return values === 'files' ? values : matching(values, current, given);
  }
  const argument = command.registeredArguments[operands];
  if (argument === undefined) return [];
  return matching(argument.argChoices ?? (await names(argument.name())), current, []);
}

type ReadWords = {
  /** The option that the next word can be a value of. */
  readonly open: Option | undefined;
  /** Its values so far. */
  readonly given: readonly string[];
  /** Words that are neither options nor their values. */
  readonly operands: number;
};

function readWords(command: Command, words: readonly string[]): ReadWords {
  let read: ReadWords = { open: undefined, given: [], operands: 0 };
  for (const word of words) {
    if (word.startsWith('-')) {
      const option = word.includes('=') ? undefined : optionNamed(command, word);
      read = { ...read, open: option && takesValue(option) ? option : undefined, given: [] };
    } else if (read.open === undefined) {
      read = { ...read, operands: read.operands + 1 };
    } else {
      read = { ...read, open: read.open.variadic ? read.open : undefined, given: [...read.given, word] };
    }
  }
  return read;
}

async function valuesOf(option: Option | undefined, names: KnownNames): Promise<'files' | readonly string[]> {
  if (option === undefined || !takesValue(option)) return [];
  if (option.argChoices !== undefined) return option.argChoices;
  if (/<(?:path|paths\.\.\.|file|folder)>/.test(option.flags)) return 'files';
  return (await names(option.attributeName())) ?? [];
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => flag === long || flag === short);
}

/** Those that were not given yet, or may be given again. */
function optionsOf(command: Command, before: readonly string[]): readonly Candidate[] {
  const help = command.createHelp();
  return help.visibleOptions(command).flatMap((option) => {
    const isSpent = !option.variadic && before.some((word) => word === option.long || word === option.short);
    return option.long && !isSpent ? [{ value: option.long, about: help.optionDescription(option) }] : [];
  });
}

function commandsOf(program: Command): readonly Candidate[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    return { value: command.name(), about: help.subcommandDescription(command) };
  });
}

function hasEnded(words: readonly string[]): boolean {
  return words.includes('--');
}

function matching(
  values: readonly (string | Candidate)[] | undefined,
  start: string,
  given: readonly string[],
): readonly Candidate[] {
  return (values ?? [])
    .map((each) => (typeof each === 'string' ? { value: each } : each))
    .filter(({ value }) => value.startsWith(start) && !given.includes(value));
}
