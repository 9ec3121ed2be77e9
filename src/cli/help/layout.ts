import { type Command, Help, type Option } from 'commander';

/** Flags that say the same for every command stand below those that the command is about. */
const COMMON = ['manifest', 'format', 'color', 'no-color', 'quiet', 'verbose', 'help'];

/** How `--help` is set: names without "[options]", and no default where it says only that nothing was asked for. */
export const helpLayout: Partial<Help> = {
  // Also where the flags leave little room beside them, lines are broken at words.
  minWidthToWrap: 20,
  subcommandTerm: (command: Command) => command.name(),
  optionDescription: (option: Option) =>
    new Help().optionDescription(option).replace(/ \(default: (?:false|\[\])\)$/, ''),
  visibleOptions: (command: Command) =>
    new Help().visibleOptions(command).toSorted((left, right) => rank(left) - rank(right)),
};

function rank(option: Option): number {
  return COMMON.indexOf((option.long ?? '').slice(2));
}
