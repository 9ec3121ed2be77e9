import type { Result } from '../../diagnostics/result.ts';

/** Reads single inputs, collecting what is wrong with them; a wrong one yields its default meanwhile. */
export class InputReader {
  readonly #get: (name: string) => string;
  readonly #errors: string[] = [];

  constructor(get: (name: string) => string) {
    this.#get = get;
  }

  get errors(): readonly string[] {
    return this.#errors;
  }

  /** One of a few words. */
  word<W extends string>(name: string, words: readonly W[], fallback: W): W {
    const value = this.#text(name);
    const found = words.find((word) => word === value);
    if (found === undefined && value !== '') this.#refuse(name, value, `one of ${words.join(', ')}`);
    return found ?? fallback;
  }

  /** YAML 1.2's spellings, as the runner's own toolkit reads them. */
  flag(name: string, fallback: boolean): boolean {
    const value = this.#text(name);
    if (/^(?:true|True|TRUE)$/.test(value)) return true;
    if (/^(?:false|False|FALSE)$/.test(value)) return false;
    if (value !== '') this.#refuse(name, value, 'true or false');
    return fallback;
  }

  /** A number above zero, whole unless told. */
  number(name: string, range: { readonly most: number; readonly decimals?: boolean }): number | undefined {
    const value = this.#text(name);
    if (value === '') return undefined;
    const number = Number(value);
    const form = range.decimals ? /^\d{1,9}(?:\.\d{1,3})?$/ : /^\d{1,9}$/;
    if (form.test(value) && number > 0 && number <= range.most) return number;
    const expected = range.decimals
      ? `a number above 0, up to ${range.most}`
      : `a whole number from 1 to ${range.most}`;
    this.#refuse(name, value, expected);
    return undefined;
  }

  /** Text of a form of its own; undefined when there is none. */
  as<T>(name: string, parse: (text: string) => T | undefined, expected: string): T | undefined {
    const value = this.#text(name);
    if (value === '') return undefined;
    const parsed = parse(value);
    if (parsed === undefined) this.#refuse(name, value, expected);
    return parsed;
  }

  /** The same of a secret, whose value is in no message. */
  secret<T>(name: string, parse: (text: string) => Result<T, string>): T | undefined {
    const value = this.#text(name);
    if (value === '') return undefined;
    const parsed = parse(value);
    if (parsed.ok) return parsed.value;
    this.#errors.push(`${name}: ${parsed.error}`);
    return undefined;
  }

  /** One line of text. `--` is refused for names of limited length, which stand in hidden comments. */
  line(name: string, fallback: string, maxLength?: number): string {
    const value = this.#text(name);
    if (/\p{Cc}/u.test(value)) this.#refuse(name, value, 'one line of text');
    else if (maxLength !== undefined && (value.length > maxLength || value.includes('--'))) {
      this.#refuse(name, value, `at most ${maxLength} characters, without "--"`);
    } else return value || fallback;
    return fallback;
  }

  /** Separated by commas, spaces or line ends; repeated entries count once. */
  list(name: string): readonly string[] {
    const entries = this.#text(name).split(/[\s,]+/);
    return [...new Set(entries)].filter((entry) => entry !== '');
  }

  /** One a line, blanks and all: paths may hold some. */
  lines(name: string): readonly string[] {
    const entries = this.#text(name).split(/\r?\n/);
    return [...new Set(entries.map((entry) => entry.trim()))].filter((entry) => entry !== '');
  }

  /** A list of globs for the names of environment variables. */
  globs(name: string, fallback: readonly string[]): readonly string[] {
    const entries = this.list(name);
    for (const entry of entries) {
      if (!/^[A-Z0-9_*?]+$/.test(entry))
        this.#refuse(name, entry, 'names of A-Z, 0-9 and _, with * and ? for the rest');
    }
    return entries.length === 0 ? fallback : entries;
  }

  /** A list of `name=value`. */
  pairs(name: string): readonly string[] {
    const entries = this.list(name);
    for (const entry of entries) {
      if (!/^[^=]+=./.test(entry)) this.#refuse(name, entry, 'name=value, such as region=eu');
    }
    return entries;
  }

  #text(name: string): string {
    return this.#get(name).trim();
  }

  #refuse(name: string, value: string, expected: string): void {
    const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
    this.#errors.push(`${name}: ${JSON.stringify(shown)} is not allowed, expected ${expected}`);
  }
}
