type Step = { readonly next: Map<string, Step>; isEnd: boolean };

/**
 * Looks for many words in a text at once, upper and lower case alike if so asked. Words that begin alike are walked together,
 * so that each place of a text costs no more than the longest word, however many there are.
 */
export class WordSearch {
  readonly #start: Step = { next: new Map(), isEnd: false };
  readonly #fold: (text: string) => string;

  constructor(words: Iterable<string>, { ignoreCase = false }: { readonly ignoreCase?: boolean } = {}) {
    this.#fold = ignoreCase ? (text) => text.toLowerCase() : (text) => text;
    for (const word of words) if (word !== '') this.#add(word);
  }

  /** Where words stand, from left to right and without overlap; of those that begin at one place the longest. */
  *find(text: string): Generator<{ readonly start: number; readonly end: number }> {
    for (let start = 0; start < text.length; start++) {
      const end = this.#endOf(text, start);
      if (end === undefined) continue;
      yield { start, end };
      start = end - 1;
    }
  }

  #add(word: string): void {
    let step = this.#start;
    for (let at = 0; at < word.length; at++) {
      const character = this.#fold(word.charAt(at));
      const next = step.next.get(character) ?? { next: new Map(), isEnd: false };
      step.next.set(character, next);
      step = next;
    }
    step.isEnd = true;
  }

  #endOf(text: string, start: number): number | undefined {
    let end: number | undefined;
    let step: Step | undefined = this.#start;
    for (let at = start; step !== undefined; at++) {
      if (step.isEnd) end = at;
      step = at < text.length ? step.next.get(this.#fold(text.charAt(at))) : undefined;
    }
    return end;
  }
}
