import { createHash } from 'node:crypto';
import type { PageFleet } from '../fleet/fleet.ts';
import type { PagePast } from '../fleet/past.ts';
import type { PagePictures } from '../fleet/pictures.ts';
import { fitFleet, PAIRS, ROOM_BESIDE, ROOM_FOR_PAIRS } from '../packed/fit.ts';
import { type FittedBeside, fitBeside } from '../packed/fit-beside.ts';
import { leftOutWords } from '../view/picture-words.ts';
import { allPairs, tallyPairs } from '../view/tallies.ts';
import { Html, html } from './html.ts';
import { staticPart } from './static-part.ts';

/** What scripts/page-shell.ts made of the folder shell/. */
export type PageShell = { readonly script: string; readonly style: string };

export type PageContent = { readonly fleet: PageFleet; readonly past: PagePast; readonly pictures?: PagePictures };

/**
 * The page as one file. What others wrote stands in it as escaped text and, compressed, as base64: in neither does markup
 * begin. It may run one script and one style, both known by their hashes, and ask for nothing.
 */
export function pageDocument({ fleet: whole, past, pictures }: PageContent, shell: PageShell): string {
  const beside = fitBeside(past, pictures, ROOM_BESIDE);
  const lost = beside.pictures?.leftOut ?? 0;
  const fleet = lost === 0 ? whole : { ...whole, leftOut: [...whole.leftOut, leftOutWords(lost)] };
  const nothing = { past: '', pictures: beside.pictures && { ...beside.pictures, data: '' } };
  const around = Buffer.byteLength(documentOf(fleet, { fleet: '', ...nothing }, shell));
  const { fleet: fitted, data } = fitFleet(fleet, roomFor(fleet) - around);
  return documentOf(fitted, { fleet: data, ...beside }, shell);
}

/** More pairs than the file is meant for have as much room each. */
function roomFor({ pairs }: PageFleet): number {
  return Math.ceil(ROOM_FOR_PAIRS * Math.max(1, pairs.destination.length / PAIRS));
}

type DataBlocks = FittedBeside & { readonly fleet: string };

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
${staticPart(fleet, blocks.pictures)}
</main></div>
<script>${new Html(script)}</script>
${block('fleet', blocks.fleet)}
${block('past', blocks.past)}
${blocks.pictures === undefined ? '' : block('pictures', blocks.pictures.data)}
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
