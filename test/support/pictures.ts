import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../src/json/value.ts';
import type { Story } from '../../src/model/story.ts';
import { readStory } from '../../src/story/read.ts';
import { ALL_EXPORTS } from './exports.ts';

/** An export by the name of its file. */
export function exportNamed(file: string): Story {
  const path = ALL_EXPORTS.get(file);
  const { story } = path === undefined ? {} : readStory(readFileSync(path), file);
  if (story === undefined) throw new Error(`there is no ${file}`);
  return story;
}

/** The same story with its actions and links in another order. */
export function shuffled(story: Story, seed: number): Story {
  const rank = (at: number): number => ((at + 1) * 2654435761 * (seed * 2 + 1)) % 4294967296;
  const order = [...story.agents.keys()].sort((a, b) => rank(a) - rank(b));
  const place = new Map(order.map((old, now) => [old, now]));
  const links = story.links.map((link) => ({
    ...link,
    source: place.get(link.source) ?? 0,
    receiver: place.get(link.receiver) ?? 0,
  }));
  return {
    ...story,
    agents: order.flatMap((at) => story.agents[at] ?? []),
    links: links.sort((a, b) => rank(a.source * 31 + a.receiver) - rank(b.source * 31 + b.receiver)),
  };
}

/** The story with its actions where they are told to be, in their order. */
export function laidOut(story: Story, places: readonly unknown[], more: JsonObject = {}): Story {
  const entries = story.agents.map(({ guid }, at) => [guid, places[at]]);
  return { ...story, diagram_layout: JSON.stringify(Object.fromEntries(entries)), ...more };
}

const TAGS = ['svg', 'g', 'title', 'desc', 'style', 'rect', 'path', 'circle', 'text'];
const ATTRIBUTES =
  /^(?:xmlns|class|viewBox|width|height|role|aria-label|font-family|font-size|font-weight|fill|stroke|stroke-width|stroke-dasharray|stroke-linecap|stroke-linejoin|text-decoration|transform|d|x|y|r|cx|cy|rx)$/;

/** What is wrong with an SVG of ours: not well formed, an element or attribute that it has no use for, a reference. */
export function faultsOf(svg: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  if (/[\p{Cc}\ufffe\uffff]/u.test(svg.replaceAll('\n', '')) || !svg.isWellFormed()) faults.push('character');
  const parts = svg.trimEnd().split(/(<[^<>]*>)/);
  for (const part of parts) {
    if (!part.startsWith('<')) {
      if (/[<>]|&(?!amp;|lt;|gt;|quot;)/.test(part)) faults.push('text');
      continue;
    }
    const [, closing, tag = '', attributes = '', empty] =
      /^<(\/?)([a-z]+)((?: [\w-]+="[^"<]*")*)(\/?)>$/i.exec(part) ?? [];
    if (!TAGS.includes(tag)) faults.push(`tag ${part.slice(0, 60)}`);
    for (const [, name = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES.test(name)) faults.push(`attribute ${name}`);
      const said = name === 'aria-label' || name === 'font-family';
      if (!said && /[:;]|url\(|NaN|Infinity|undefined/.test(value) && name !== 'xmlns') faults.push(`value of ${name}`);
    }
    if (closing === '/') {
      if (open.pop() !== tag) faults.push(`end of ${tag}`);
    } else if (empty !== '/') open.push(tag);
  }
  return [...faults, ...open.map((tag) => `no end of ${tag}`)];
}

/** The text of an SVG, as a reader has it. */
export function textOf(svg: string): string {
  return svg
    .replaceAll(/<[^<>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
