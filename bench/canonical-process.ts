import { Buffer } from 'node:buffer';
import { sha256 } from '../src/json/canonical.ts';
import { canonicalStory } from '../src/story/canonical.ts';
import { fingerprint } from '../src/story/compare/parts.ts';
import { readStory } from '../src/story/read.ts';
import { answer, type Usage, usage } from './child.ts';
import { generatedStory, storyText } from './stories.ts';

export type CanonicalRun = Usage & {
  readonly stories: number;
  readonly bytes: number;
  /** Seconds for all stories, best of the rounds, by step. */
  readonly seconds: { readonly [step in Step]: number };
};
export type Step = 'plain' | 'read' | 'canonical' | 'hash' | 'fingerprint';

const ROUNDS = 3;
const stories = Number(process.argv[2] ?? 5000);
const files = Array.from({ length: stories }, (_, index) => Buffer.from(storyText(generatedStory(index))));
const texts = files.map((file) => file.toString('utf8'));

const best: Record<Step, number> = {
  plain: Infinity,
  read: Infinity,
  canonical: Infinity,
  hash: Infinity,
  fingerprint: Infinity,
};
for (let round = 0; round < ROUNDS; round++) {
  measure('plain', () => texts.map((text) => JSON.stringify(JSON.parse(text))));
  const read = measure('read', () =>
    files.map((file) => {
      const { story } = readStory(file, 'story.json');
      if (!story) throw new Error('a generated story is not readable');
      return story;
    }),
  );
  const canonical = measure('canonical', () => read.map(canonicalStory));
  if (canonical.some((text, index) => text !== texts[index])) throw new Error('a canonical story is not stable');
  measure('hash', () => canonical.map(sha256));
  measure('fingerprint', () => read.map(fingerprint));
}

function measure<T>(step: Step, work: () => T): T {
  globalThis.gc?.();
  const started = performance.now();
  const result = work();
  best[step] = Math.min(best[step], (performance.now() - started) / 1000);
  return result;
}

const run: CanonicalRun = {
  stories,
  bytes: files.reduce((sum, file) => sum + file.length, 0),
  seconds: best,
  ...usage(),
};
answer(run);
