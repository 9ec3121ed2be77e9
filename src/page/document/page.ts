import { createHash } from 'node:crypto';
import type { PageFleet } from '../fleet/fleet.ts';
import type { PagePast } from '../fleet/past.ts';
import { fitFleet, fitPast, PAIRS, ROOM_BESIDE, ROOM_FOR_PAIRS } from '../packed/fit.ts';
import { allPairs, tallyPairs } from '../view/tallies.ts';
import { Html, html } from './html.ts';
import { staticPart } from './static-part.ts';

/** What scripts/page-shell.ts made of the folder shell/. */
export type PageShell = { readonly script: string; readonly style: string };

export type PageContent = { readonly fleet: PageFleet; readonly past: PagePast };

/**
 * The page as one file. What others wrote stands in it as escaped text and, compressed, as base64: in neither does markup
 * begin. It may run one script and one style, both known by their hashes, and ask for nothing.
 */
export function pageDocument({ fleet, past }: PageContent, shell: PageShell): string {
  const around = Buffer.byteLength(documentOf(fleet, { fleet: '', past: '' }, shell));
  const { fleet: fitted, data } = fitFleet(fleet, roomFor(fleet) - around);
  return documentOf(fitted, { fleet: data, past: fitPast(past, ROOM_BESIDE) }, shell);
}

/** More pairs than the file is meant for have as much room each. */
function roomFor({ pairs }: PageFleet): number {
  return Math.ceil(ROOM_FOR_PAIRS * Math.max(1, pairs.destination.length / PAIRS));
}

type DataBlocks = { readonly fleet: string; readonly past: string };

function documentOf(fleet: PageFleet, blocks: DataBlocks, { script, style }: PageShell): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { failed, pending, synced } = tallyPairs(fleet, allPairs(fleet));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${`storysync: ${failed} failed, ${pending} pending, ${synced} synced`}</title>
<style>${new Html(style)}</style>
</head>
<body>
<div id="page"><main class="static">
${staticPart(fleet)}
</main></div>
<script>${new Html(script)}</script>
${block('fleet', blocks.fleet)}
${block('past', blocks.past)}
</body>
</html>
`.text;
}

/** Inert: no browser runs a script of this type. */
function block(name: string, base64: string): Html {
  return html`<script type="application/octet-stream;base64" id="${`data-${name}`}">${base64}</script>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
