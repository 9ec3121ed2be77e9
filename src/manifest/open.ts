import { parseDocument } from 'yaml';
import type { Problem } from '../diagnostics/problem.ts';
import type { Manifest } from '../model/destination.ts';
import { assembleManifest } from './assemble.ts';
import { composeTree } from './compose.ts';
import type { Finding, Span } from './finding.ts';
import { literalKeysIn } from './key-reference.ts';
import { indexLines } from './lines.ts';
import { toProblems } from './problems.ts';
import { checkShape } from './shape.ts';
import { explainSyntaxErrors } from './syntax.ts';
import { checkText, decodeText } from './text.ts';

/** A manifest as it lies on disk; `file` as the user gave it. */
export type ManifestSource = { readonly file: string; readonly bytes: Uint8Array };

export type OpenedManifest = {
  /** Present exactly when no problem is an error. */
  readonly manifest?: Manifest;
  readonly problems: readonly Problem[];
  /** For excerpts; empty when the bytes are not text. */
  readonly text: string;
};

/** Reads a manifest and reports everything that is wrong with it at once, sorted by place. `today` is an ISO date. */
export function openManifest(source: ManifestSource, options: { readonly today: string }): OpenedManifest {
  const decoded = decodeText(source.bytes);
  const text = decoded.ok ? decoded.value : '';
  const lines = indexLines(source.file, text);
  const reading = decoded.ok ? readText(text) : { findings: [decoded.error] };
  if (reading.root === undefined) return { problems: toProblems(reading.findings, [], lines), text };

  const root = { node: reading.root };
  const shape = checkShape(root);
  const assembly = assembleManifest(root, source.file, options.today, lines);
  const explained = [...reading.findings, ...shape.findings, ...assembly.findings];
  const starts = new Set(explained.map((finding) => finding.at.span.start));
  const findings = [...explained, ...shape.fallbacks.filter((fallback) => !starts.has(fallback.at.span.start))];
  const secrets: readonly Span[] = [...reading.lost, ...shape.secrets, ...literalKeysIn(root.node)];
  const problems = toProblems(findings, secrets, lines);
  const valid = problems.every((problem) => problem.severity === 'warning');
  return { ...(valid ? { manifest: assembly.manifest } : {}), problems, text };
}

/** Mistakes after which the tree is a guess: saying more would blame what is right. */
const FATAL: ReadonlySet<string> = new Set(['MAN009', 'MAN010', 'MAN011', 'MAN015', 'MAN017']);

type Reading = { readonly findings: readonly Finding[] } & (
  | { readonly root?: undefined }
  | (ReturnType<typeof composeTree> & { readonly root: object })
);

function readText(text: string): Reading {
  const refused = checkText(text);
  if (refused !== undefined) return { findings: [refused] };
  const document = parseDocument(text, {
    schema: 'core',
    merge: true,
    prettyErrors: false,
    resolveKnownTags: false,
    // Ours is linear: the parser compares every key with every other.
    uniqueKeys: false,
  });
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
  if (composition.root.plain !== null) return composition;
  const hint = 'begin with "version: 1", "stories:" and "destinations:"';
  const at = { span: { start: 0, end: 0 } };
  return { findings: [{ code: 'MAN004', message: 'the file is empty, expected a manifest', hint, at, hide: true }] };
}
