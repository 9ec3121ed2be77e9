import stringWidth from 'string-width';
import { forTerminal } from '../../report/escape.ts';

/** What a progress bar shows at one moment. */
export type BarState = {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly passedMs: number;
  /** The last that was finished. */
  readonly last: string;
};

const WIDEST_BAR = 30;
const NARROWEST_BAR = 10;

/** One line that fits the terminal: what is done, how much of it, time passed and left, and what was finished last. */
export function barLine(state: BarState, columns: number): string {
  const { title, done, total, last } = state;
  const size = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(columns / 5)));
  const full = total === 0 ? size : Math.round((Math.min(done, total) / total) * size);
  const bar = '█'.repeat(full) + '░'.repeat(size - full);
  const line = `${title} ${bar} ${done}/${total}  ${times(state)}`;
  // The last column stays free: some terminals go to the next line when it is written.
  const room = columns - 1 - stringWidth(line) - 2;
  const said = cut(forTerminal(last), room);
  return cut(said === '' ? line : `${line}  ${said}`, columns - 1);
}

function times({ done, total, passedMs }: BarState): string {
  const passed = clockTime(passedMs);
  if (done === 0 || done >= total) return passed;
  return `${passed}, about ${clockTime((passedMs / done) * (total - done))} left`;
}

/** `0:07`, `12:40`, `1:02:03`. */
function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** As much of a text as fits, by what it takes on the screen; nothing where not even a word does. */
function cut(text: string, room: number): string {
  if (stringWidth(text) <= room) return text;
  if (room < 8) return '';
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += stringWidth(character);
    if (width > room) break;
    kept += character;
  }
  return `${kept}…`;
}
