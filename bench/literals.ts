import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Story } from '../src/model/story.ts';
import { findLiterals } from '../src/secret-scan/find-literals.ts';
import { neutralise } from '../src/story/addresses/neutralise.ts';
import { readStory } from '../src/story/read.ts';
import { type LiteralExample, NO_SECRETS, SECRETS, storyWith } from '../test/support/literal-examples.ts';

/** Real exports, beside the checkout; a clone without them measures the examples alone. */
const CORPUS = resolve(process.env.STORYSYNC_CORPUS ?? join(import.meta.dirname, '../../shared/corpus'));
/** A text that is all beginnings, so that a search which begins anew at each of them would show. */
const PIECE = `${['key', 'token', 'secret'].join('=')}: "https://a.b/webhook/`;

export type LiteralRun = {
  readonly found: number;
  readonly secrets: number;
  readonly alarms: number;
  readonly harmless: number;
  /** Undefined without a corpus. */
  readonly corpus?: {
    readonly stories: number;
    readonly texts: number;
    readonly alarms: number;
    readonly milliseconds: number;
  };
  /** Milliseconds for a text of so many bytes. */
  readonly sizes: readonly { readonly bytes: number; readonly milliseconds: number }[];
};

/** What the detector of literals finds, and what it takes for one that is none. */
export async function measureLiterals(): Promise<LiteralRun> {
  const corpus = existsSync(CORPUS) ? await measureCorpus() : undefined;
  const sizes: { bytes: number; milliseconds: number }[] = [];
  for (const bytes of [250_000, 500_000, 1_000_000]) {
    const story = storyWith({ script: PIECE.repeat(bytes / PIECE.length) });
    sizes.push({ bytes, milliseconds: (await timed(() => findLiterals(story))).milliseconds });
  }
  return {
    found: await countFound(SECRETS),
    secrets: SECRETS.length,
    alarms: await countFound(NO_SECRETS),
    harmless: NO_SECRETS.length,
    ...(corpus === undefined ? {} : { corpus }),
    sizes,
  };
}

async function countFound(examples: readonly LiteralExample[]): Promise<number> {
  const findings = await Promise.all(examples.map(({ options }) => findLiterals(storyWith(options))));
  return findings.filter((found) => found.length > 0).length;
}

async function measureCorpus(): Promise<NonNullable<LiteralRun['corpus']>> {
  const files = readdirSync(CORPUS).filter((file) => file.endsWith('.json'));
  const stories = files.flatMap((file): readonly Story[] => {
    const { story } = readStory(readFileSync(join(CORPUS, file)), file);
    return story === undefined ? [] : [neutralise(story)];
  });
  let alarms = 0;
  const { milliseconds } = await timed(async () => {
    for (const story of stories) alarms += (await findLiterals(story)).length;
  });
  const texts = stories.reduce((sum, story) => sum + JSON.stringify(story).length, 0);
  return { stories: stories.length, texts, alarms, milliseconds };
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly milliseconds: number }> {
  const start = performance.now();
  await work();
  return { milliseconds: performance.now() - start };
}

export function literalsSection({ found, secrets, alarms, harmless, corpus, sizes }: LiteralRun): string {
  const rows = [
    `| made-up secrets (headers, fields, lists, URLs, scripts) | ${secrets} | ${found} found, ${secrets - found} missed |`,
    `| what looks alike and is none | ${harmless} | ${alarms} false alarms |`,
    ...(corpus === undefined
      ? []
      : [
          `| real public exports, cleaned of secrets (${(corpus.texts / 1e6).toFixed(1)} MB) | ${corpus.stories} | ${corpus.alarms} false alarms, ${(corpus.milliseconds / corpus.stories).toFixed(0)} ms each |`,
        ]),
  ];
  const times = sizes.map(({ bytes, milliseconds }) => `${(bytes / 1000).toFixed(0)} kB ${milliseconds.toFixed(0)} ms`);
  return `## Finding literals that look like credentials

By \`npm run bench -- --literals\`, which writes this section alone. The examples stand in \`test/support/literal-examples.ts\`, and the test beside
the detector holds each of them; the real exports are not part of the project.

| examples | number | result |
| --- | ---: | --- |
${rows.join('\n')}

- A text made of nothing but beginnings of secrets: ${times.join(', ')}. The time grows with the text.
`;
}
