import type { Command } from 'commander';
import { didYouMean } from '../../diagnostics/suggestion.ts';

const UNKNOWN = /^error: unknown (option|command) '(.*)'/;

/** Adds what was probably meant to an error about an unknown option or command; its own words commander may change. */
export function withSuggestion(error: string, command: Command): string {
  const [whole, kind, name] = UNKNOWN.exec(error) ?? [];
  if (whole === undefined || name === undefined) return error;
  const options = command.options.flatMap(({ long }) => (long ? [long] : []));
  const known = kind === 'command' ? command.commands.map((each) => each.name()) : ['--help', ...options];
  const suggestion = didYouMean(name, known);
  return suggestion === undefined ? error : error.replace(whole, () => `${whole}; ${suggestion}`);
}
