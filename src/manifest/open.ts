import type { Problem } from '../diagnostics/problem.ts';
import type { Manifest } from '../model/destination.ts';
import { assembleManifest } from './assemble.ts';
import { readDocument } from './document.ts';
import { indexLines } from './edit/lines.ts';
import { explainStrayKey, literalKeysIn } from './key-reference.ts';
import { toProblems } from './problems.ts';
import { redact } from './shape/redact.ts';
import { checkShape } from './shape/shape.ts';
import { decodeText } from './text.ts';
import { valueBehind } from './tree.ts';

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
  const reading = decoded.ok ? readDocument(text) : { findings: [decoded.error] };
  if (reading.root === undefined) return { problems: toProblems(reading.findings, [], lines), text };

  const root = { node: reading.root };
  const shape = checkShape(root);
  const assembly = assembleManifest(root, source.file, options.today, lines);
  const explained = [...reading.findings, ...shape.findings, ...assembly.findings];
  const starts = new Set(explained.map((finding) => finding.at.span.start));
  const literals = literalKeysIn(root.node, reading.overridden);
  const stray = literals
    .filter(({ key, value }) => !starts.has(key.start) && !starts.has(value.node.span.start))
    .flatMap((literal) => explainStrayKey(literal) ?? []);
  const fallbacks = shape.fallbacks.filter((fallback) => !starts.has(fallback.at.span.start));
  const findings = [...explained, ...fallbacks, ...stray];
  const secrets = [...reading.lost, ...shape.secrets, ...literals.map(({ key, value }) => valueBehind(key, value))];
  const problems = toProblems(redact(findings, secrets, root.node), secrets, lines);
  const valid = problems.every((problem) => problem.severity === 'warning');
  return { ...(valid ? { manifest: assembly.manifest } : {}), problems, text };
}
