import { asHtmlCode, asMarkdownCode, clip, forMarkdown, forTerminal } from './escape.ts';

/**
 * A sentence in which our own words and other people's are kept apart until the format is known.
 * A plain string is ours; `name` is an identifier; `words` is a sentence that may quote names.
 */
export type Piece = string | { readonly name: string } | { readonly words: string };
export type Phrase = readonly Piece[];

/** Longest name and sentence shown; the JSON documents hold them whole. */
const NAME_LIMIT = 100;
const WORDS_LIMIT = 500;

/** An identifier or a name that somebody chose. */
export function name(text: string): Piece {
  return { name: text };
}

/** A sentence made elsewhere: a message, a hint, the text of a change. */
export function words(text: string): Piece {
  return { words: text };
}

/** Tagged template: say`credential ${name(slug)} is missing`. */
export function say(strings: TemplateStringsArray, ...pieces: readonly (Piece | Phrase)[]): Phrase {
  return strings.flatMap((text, index) => {
    const piece = pieces[index];
    if (piece === undefined) return [text];
    return isPhrase(piece) ? [text, ...piece] : [text, piece];
  });
}

function isPhrase(value: Piece | Phrase): value is Phrase {
  return Array.isArray(value);
}

/** Puts a separator between phrases. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]));
}

/** One line for a terminal or log. */
export function inTerminal(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('words' in piece) return forTerminal(clip(piece.words.trim(), WORDS_LIMIT));
      const shown = forTerminal(clip(piece.name, NAME_LIMIT));
      return shown === '' || shown.includes(' ') ? `"${shown}"` : shown;
    })
    .join('');
}

/** One line of Markdown. `code` is how names are set: plain HTML where Markdown is not read, as in `<summary>`. */
export function inMarkdown(phrase: Phrase, code: 'markdown' | 'html' = 'markdown'): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('words' in piece) return forMarkdown(clip(piece.words.trim(), WORDS_LIMIT));
      const cut = clip(piece.name, NAME_LIMIT);
      return code === 'html' ? asHtmlCode(cut) : asMarkdownCode(cut);
    })
    .join('');
}

/** Whole and not escaped, for documents: whoever shows it escapes it. */
export function inDocument(phrase: Phrase): string {
  return phrase
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'words' in piece ? piece.words : `"${piece.name}"`;
    })
    .join('');
}
