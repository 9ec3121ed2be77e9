import { editManifest, type ManifestEdit } from '../../src/manifest/edit/edit.ts';
import type { Detachment } from '../../src/model/destination.ts';

// For tests: edits of small manifests, as text.

export const WHY: Detachment = { reason: 'customer tunes it' };

/** The text afterwards, or what is refused: `RUN011 5:3 message`, a line each. */
export function edit(text: string, ...edits: readonly ManifestEdit[]): string {
  const source = { file: 'sync.yaml', bytes: new TextEncoder().encode(text) };
  const result = editManifest(source, edits, { today: '2026-11-22' });
  if (result.ok) return result.value;
  return result.error
    .map(({ code, place, message, hint }) => `${code} ${place?.line}:${place?.column} ${message}; ${hint}`)
    .join('\n');
}

export function detach(destination: string, story: string, detachment: Detachment = WHY): ManifestEdit {
  return { kind: 'detach', destination, story, detachment };
}

export function reattach(destination: string, story: string): ManifestEdit {
  return { kind: 'reattach', destination, story };
}

/** Lines of a destination, four spaces deep; `team` tells it apart. */
export function fields(team: number, stories = 'a, b, c'): string {
  return `destination_tenant_url: https://c.tines.com
    destination_tenant_api_key: "\${C}"
    destination_team_id: ${team}
    stories: [${stories}]`;
}

/** The same between braces, on one line. */
export function inBraces(team: number): string {
  return fields(team).replaceAll('\n    ', ', ');
}

export const HEAD = `version: 1 # of the format
stories: { a: {}, b: {}, c: {} }
destinations:
`;

/** A manifest with the destination `c`, which goes on with `more`. */
export function one(more: string): string {
  return `${HEAD}  c:\n    ${fields(1)}${more}`;
}

/** A manifest with the destinations `c` and `d`. */
export function two(c: string, d: string): string {
  return `${HEAD}  c:\n    ${fields(1)}${c}\n  d:\n    ${fields(2)}${d}\n`;
}
