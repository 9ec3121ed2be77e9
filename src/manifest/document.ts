import { type Document, parseDocument } from 'yaml';
import { type Composition, composeTree } from './compose.ts';
import type { Finding } from './finding.ts';
import { findJsonLookAlike, findLookAlike } from './shape/look-alike.ts';
import { explainSyntaxErrors } from './syntax.ts';
import { checkText } from './text.ts';

/** The text as YAML: what the parser made of it, and our located tree; neither when the tree would be a guess. */
export type ManifestReading = { readonly findings: readonly Finding[] } & (
  | { readonly root?: undefined }
  | (Composition & { readonly document: Document })
);

/** Mistakes after which the tree is a guess: saying more would blame what is right. */
const FATAL: ReadonlySet<string> = new Set(['MAN009', 'MAN010', 'MAN011', 'MAN015', 'MAN017']);

export function readDocument(text: string): ManifestReading {
  const refused = checkText(text);
  const other = findJsonLookAlike(text);
  if (other !== undefined) return { findings: [other] };
  if (refused !== undefined) return { findings: [refused] };
  const document = parseYaml(text);
  const directives = document.warnings.filter((warning) => warning.code === 'BAD_DIRECTIVE');
  const syntax = explainSyntaxErrors([...directives, ...document.errors], text);
  if (syntax.length > 0) return { findings: syntax };
  const { yaml } = document.directives ?? {};
  if (yaml?.explicit === true && yaml.version !== '1.2') {
    const message = 'the file asks for YAML 1.1, expected 1.2';
    const at = { span: { start: 0, end: text.indexOf('\n') } };
    return { findings: [{ code: 'MAN016', message, hint: 'remove the %YAML line', at }] };
  }
  const composition = composeTree(document.contents, text);
  const fatal = composition.findings.filter((finding) => FATAL.has(finding.code));
  if (fatal.length > 0) return { findings: fatal };
  const lookAlike = findLookAlike(composition.root.plain);
  if (lookAlike !== undefined) return { findings: [lookAlike] };
  if (composition.root.plain !== null) return { ...composition, document };
  const hint = 'begin with "version: 1", "stories:" and "destinations:"';
  const at = { span: { start: 0, end: 0 } };
  return { findings: [{ code: 'MAN004', message: 'the file is empty, expected a manifest', hint, at, hide: true }] };
}

function parseYaml(text: string): Document {
  const { stackTraceLimit } = Error;
  try {
    // It makes an error for each mistake, and with a stack trace each takes three times as long.
    Error.stackTraceLimit = 0;
    return parseDocument(text, {
      schema: 'core',
      merge: true,
      prettyErrors: false,
      resolveKnownTags: false,
      // Ours is linear: the parser compares every key with every other.
      uniqueKeys: false,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
