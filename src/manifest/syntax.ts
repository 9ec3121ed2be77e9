import type { ErrorCode, YAMLParseError } from 'yaml';
import type { Finding } from './finding.ts';
import { isHarmlessLine } from './shape/safe-to-show.ts';
import { tooDeep } from './text.ts';

/**
 * The parser's errors in our words. Its own messages quote the text around the error, which may be a key. One broken
 * place makes it report many errors, so only the first counts, except for tabs, where each line stands for itself.
 */
export function explainSyntaxErrors(errors: readonly YAMLParseError[], text: string): readonly Finding[] {
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  if (tabs.length > 0) return tabs.map((error) => explain(error, text));
  const first = errors.find((error) => error.code === 'RESOURCE_EXHAUSTION') ?? errors[0];
  return first === undefined ? [] : [explain(first, text)];
}

function explain(error: YAMLParseError, text: string): Finding {
  const start = Math.min(error.pos[0], text.length);
  const at = { span: { start, end: Math.max(start + 1, Math.min(error.pos[1], endOfLine(text, start))) } };
  if (error.code === 'RESOURCE_EXHAUSTION') return tooDeep(start);
  const hide = !isHarmlessLine(text, start);
  if (error.code === 'TAB_AS_INDENT') {
    const hint = 'replace the tab with spaces';
    return { code: 'MAN006', message: 'a tab is used for indentation, expected spaces', hint, at, hide };
  }
  if (error.code === 'MULTIPLE_DOCS') {
    const hint = 'remove the "---" line and what does not belong';
    return { code: 'MAN007', message: 'a second YAML document begins here, expected one', hint, at, hide };
  }
  if (error.code === 'BAD_DIRECTIVE') {
    return { code: 'MAN016', message: 'this YAML directive is not supported', hint: 'remove the line', at, hide };
  }
  return { code: 'MAN005', ...wordsFor(error, text[start] ?? ''), at, hide };
}

function wordsFor(error: YAMLParseError, character: string): { readonly message: string; readonly hint: string } {
  if (error.code === 'BAD_SCALAR_START') {
    const hint = character === '@' ? 'put the entry in quotes: "@group"' : 'put the value in quotes';
    return { message: `a value cannot begin with ${JSON.stringify(character)}`, hint };
  }
  if (error.code === 'MISSING_CHAR' && /^Missing closing .quote$/.test(error.message)) {
    return { message: 'a quoted text is never closed', hint: 'add the closing quote' };
  }
  return (
    WORDS[error.code] ?? {
      message: 'this is not valid YAML',
      hint: 'check quotes, brackets and indentation here and just above',
    }
  );
}

const WORDS: { readonly [code in ErrorCode]?: { readonly message: string; readonly hint: string } } = {
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    hint: 'give all keys of one map the same indentation, and close every bracket',
  },
  BAD_DQ_ESCAPE: {
    message: 'unknown escape sequence in a quoted text',
    hint: 'write \\\\ for a backslash, or use single quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a map or a list begins in the middle of a line',
    hint: 'put it on a line of its own, or quote a text that holds ": "',
  },
  BLOCK_IN_FLOW: { message: 'indented lines stand inside brackets', hint: 'use brackets or indentation, not both' },
  MISSING_CHAR: {
    message: 'a character is missing here',
    hint: 'a key needs ": " after it, an entry in brackets needs ","',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a line is neither "key: value" nor part of the value above',
    hint: 'a key needs ": " (colon and space) after it',
  },
  UNEXPECTED_TOKEN: {
    message: 'this does not belong here',
    hint: 'check brackets, commas and quotes here and just above',
  },
};

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
