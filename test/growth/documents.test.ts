import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readTrigger } from '../../src/action/decide/event.ts';
import { unknownInputs } from '../../src/action/decide/inputs.ts';
import { readShardFile } from '../../src/commands/report/status-file.ts';
import { findLookalikes } from '../../src/desired/lookalikes.ts';
import { formatProblem } from '../../src/diagnostics/format.ts';
import { statusToJson } from '../../src/documents/status/status-json.ts';
import { gitChanges } from '../../src/export/git-changes.ts';
import { parseTree } from '../../src/git/objects/object-text.ts';
import { entriesOf } from '../../src/git/remote/check-pack.ts';
import { GitConfig, parseGitConfig } from '../../src/git/remote/git-config.ts';
import { indexOf } from '../../src/git/remote/index-pack.ts';
import { findRemote } from '../../src/git/remote/remote-address.ts';
import { canonicalJson } from '../../src/json/canonical.ts';
import type { JsonValue } from '../../src/json/value.ts';
import { readApiKeys } from '../../src/keys/given-keys.ts';
import { editManifest, type ManifestEdit } from '../../src/manifest/edit/edit.ts';
import { openManifest } from '../../src/manifest/open.ts';
import type { Story } from '../../src/model/story.ts';
import { pictureOf } from '../../src/picture/compose/picture-of.ts';
import { svgOf } from '../../src/picture/svg.ts';
import { recordTypesOf } from '../../src/records/definition.ts';
import { findLiterals } from '../../src/secret-scan/find-literals.ts';
import { findQuotedAddresses } from '../../src/secret-scan/find-quoted-addresses.ts';
import { sealed } from '../../src/state/envelope.ts';
import { mergingRollouts, parseRollout, serialiseRollout } from '../../src/state/rollout-file.ts';
import { parseTold } from '../../src/state/told-file.ts';
import { matchIngress } from '../../src/story/addresses/match-ingress.ts';
import { neutralise } from '../../src/story/addresses/neutralise.ts';
import { compareStories } from '../../src/story/compare/compare.ts';
import { fingerprint } from '../../src/story/compare/parts.ts';
import { readStory } from '../../src/story/read.ts';
import { fields, HEAD, WHY } from '../support/example-edit.ts';
import { outcome } from '../support/example-plans.ts';
import { reportOf } from '../support/example-reports.ts';
import { action, storyOf } from '../support/example-story.ts';
import { growthOf, MOST_GROWTH } from '../support/growth.ts';
import { desiredOf, destinationOf } from '../support/planning.ts';
import { storyExport } from '../support/stories.ts';

const REPORTED = { commit: reportOf([]).commit, manifest: 'sync.yaml', job: null, seal: undefined };

const many = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));
const hex = (index: number): string => index.toString(16).padStart(32, '0');
const today = { today: '2026-11-22' };

const bytesOf = (text: string) => ({ file: 'sync.yaml', bytes: Buffer.from(text) });
/** Opened, and every problem printed. */
const told = (text: string): string =>
  openManifest(bytesOf(text), today)
    .problems.map((problem) => formatProblem(problem, () => text))
    .join('\n');
const manifest = (more: string): string => `version: 1\nstories: {s: {}}\ndestinations: {}\n${more}`;
const RINGS = 'rollout:\n  rings: [{ name: canary }]\n';
/** 50 rings that are as much work to match as they may be. */
const inRings = (labels: readonly string[]): string => {
  const rings = many(50, (i) => `{ name: r${i}, match: { ring: "${'*a'.repeat(49)}b" } }`).join(', ');
  const each = labels.map(
    (label, i) => `  d${i}: { ${fields(i + 1).replaceAll('\n    ', ', ')}, labels: { ${label} } }\n`,
  );
  return `version: 1\nstories: { a: {}, b: {} }\nrollout: { rings: [${rings}] }\ndestinations:\n${each.join('')}`;
};
const commented = (n: number): string =>
  `${HEAD}  c: { ${fields(1).replaceAll('\n    ', ', ')}, detached: { a: { reason: x }\n${'      # kept, and why\n'.repeat(n)}    } }\n`;
const detach = (text: string) =>
  editManifest(bytesOf(text), [{ kind: 'detach', destination: 'c', story: 'b', detachment: WHY }], today);

type Edits = { readonly text: string; readonly edits: readonly ManifestEdit[] };
const editAll = ({ text, edits }: Edits): string => {
  const edited = editManifest(bytesOf(text), edits, today);
  if (!edited.ok) throw new Error(edited.error[0]?.message);
  return edited.value;
};
const inBlocks = (n: number): Edits => ({
  text: `${HEAD}${many(n, (i) => `  d${i}:\n    ${fields(i + 1)}\n`).join('')}`,
  edits: many(n, (i) => ({ kind: 'detach', destination: `d${i}`, story: 'b', detachment: WHY })),
});
const onOneLine = (n: number): Edits => {
  const keys = many(n, (i) => `s${i}`);
  const stories = keys.map((key) => `${key}: {}`).join(', ');
  const detached = keys.map((key) => `${key}: { reason: old }`).join(', ');
  return {
    text: `version: 1\nstories: { ${stories} }\ndestinations:\n  c:\n    ${fields(1, keys.join(', '))}\n    detached: { ${detached} }\n`,
    edits: keys.map((story) => ({ kind: 'detach', destination: 'c', story, detachment: WHY })),
  };
};

/** Stories of one destination. */
const storiesNamed = (n: number, nameOf: (index: number) => string) => {
  const keys = many(n, (i) => `k${i}`);
  const destinations = [destinationOf('d', { stories: keys })];
  const contents = Object.fromEntries(keys.map((key, i) => [key, storyExport({ name: nameOf(i), actions: [] })]));
  return { destinations, stories: desiredOf(contents, destinations).stories };
};
const alike = ({ destinations, stories }: ReturnType<typeof storiesNamed>) => findLookalikes({ destinations }, stories);

/** Two stories with an option that differs in each entry; a list where the keys are numbers. */
const optionsOf = (n: number, entryOf: (index: number, of: number) => readonly [number | string, JsonValue]) =>
  [2, 3].map((of) => {
    const entries = many(n, (i) => entryOf(i + 1, of));
    const isList = typeof entries[0]?.[0] === 'number';
    const option = isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
    return storyOf([action(1, 'X', 'A', { option })]);
  });
const compareBoth = ([one, two]: readonly Story[]) => one && two && compareStories(one, two);

const webhook = (index: number, path: string, secret: string, name = `In ${index}`) =>
  action(index, 'Webhook', name, { path, secret });
const record = (index: number, name: string, count: number) =>
  action(
    index,
    'Record',
    `Save ${index}`,
    {},
    {
      record_type: {
        id: index,
        name,
        record_fields: many(count, (field) => ({ id: field, name: `f${index}-${field}`, result_type: 'TEXT' })),
      },
    },
  );
const quoting = (text: string) => action(999_999, 'HTTPRequest', 'Call', { url: text });

/** The objects of a pack, each a difference to the one behind it, named and not placed. */
function backwards(n: number): Buffer {
  const contents = many(n, (index) => Buffer.from(String(index).padStart(8, '0')));
  const name = (content: Buffer): Buffer =>
    createHash('sha1').update(`blob ${content.length}\0`).update(content).digest();
  const objects = contents.map((content, index) => {
    const base = contents[index + 1];
    if (base === undefined) return Buffer.concat([Buffer.from([0x38]), deflateSync(content)]);
    const delta = Buffer.concat([Buffer.from([8, 8, 8]), content]);
    return Buffer.concat([Buffer.from([0x7b]), name(base), deflateSync(delta)]);
  });
  const count = Buffer.alloc(4);
  count.writeUInt32BE(n);
  const whole = Buffer.concat([Buffer.from('PACK\0\0\0\u0002', 'latin1'), count, ...objects]);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}

/** Two records of the same stories, which passed at other times. */
function rollouts(n: number): readonly [string, string] {
  const at = (time: string): string => {
    const passed = { [`sha256:${'a'.repeat(64)}`]: { canary: time } };
    return serialiseRollout({ passings: Object.fromEntries(many(n, (i) => [`s${i}`, passed])), overrides: [] }, 1);
  };
  return [at('2026-11-22T09:00:00.000Z'), at('2026-11-22T08:00:00.000Z')];
}

type Row = readonly [what: string, most: number, run: (most: number) => Promise<number>];

function row<T>(what: string, most: number, family: (n: number) => T, read: (input: T) => unknown): Row {
  return [what, most, (size) => growthOf(family, read, size)];
}

/** What grows by its parts, not by one long text. */
const ROWS: Row[] = [
  row('unknown keys of a manifest', 2048, (n) => manifest(many(n, (i) => `unknown-${i}: 1\n`).join('')), told),
  row(
    'wrong destinations',
    1024,
    (n) => `version: 1\nstories: {}\ndestinations:\n${many(n, (i) => `  A${i}: 1\n`).join('')}`,
    told,
  ),
  row('merge keys of nothing', 1024, (n) => manifest(`x:\n${many(n, (i) => `  k${i}: { <<: 1 }\n`).join('')}`), told),
  row('keys that are written twice', 1024, (n) => manifest(`x: {${'a: 1, '.repeat(n)}}\n`), told),
  row(
    'rings',
    512,
    (n) => manifest(`rollout:\n  rings:\n${many(n, (i) => `    - { name: r${i}, soak: ${i} }\n`).join('')}`),
    told,
  ),
  row(
    'windows',
    512,
    (n) => manifest(`${RINGS}  windows:\n${many(n, (i) => `    - { deny: ${i}, tz: x/y${i} }\n`).join('')}`),
    told,
  ),
  row(
    'rings of a window',
    1024,
    (n) => manifest(`${RINGS}  windows: [{ deny: Fri, rings: [${many(n, (i) => `c${i}`).join()}] }]\n`),
    told,
  ),
  row(
    'budgets of rings',
    1024,
    (n) => manifest(`${RINGS}  max_failed: { ${many(n, (i) => `c${i}: 1`).join(', ')} }\n`),
    told,
  ),
  row(
    'labels that a ring matches',
    2048,
    (n) => manifest(`rollout: { rings: [{ name: a, match: { ${many(n, (i) => `l${i}: x`).join(', ')} } }] }\n`),
    told,
  ),
  row('destinations in no ring', 64, (n) => inRings(many(n, (i) => `ring: ${'a'.repeat(30)}${i}`)), told),
  row('a label that rings match', 32_768, (n) => inRings([`ring: ${'a'.repeat(n)}`]), told),
  row(
    'stories of a pin',
    1024,
    (n) =>
      `version: 1\nstories: {}\ndefaults: { pin: { commit: 4f2e91c, reason: x, stories: [${many(n, (i) => `s${i}`).join()}] } }\ndestinations: {}\n`,
    told,
  ),
  row('comments before a comma', 4096, commented, detach),
  row('destinations where a story is detached', 128, inBlocks, editAll),
  row('stories whose detachment changes on one line', 4096, onOneLine, editAll),
  row(
    'fields of an event',
    16_384,
    (n) => Object.fromEntries(many(n, (i) => [`k${i}`, i])),
    (payload) => readTrigger({ GITHUB_EVENT_NAME: 'pull_request' }, payload),
  ),
  row('unknown inputs', 2048, (n) => Object.fromEntries(many(n, (i) => [`INPUT_K${i}`, '1'])), unknownInputs),
  row(
    'stories whose names differ in case',
    1024,
    (n) => storiesNamed(n, (i) => many(10, (bit) => ((i >> bit) & 1 ? 'A' : 'a')).join('')),
    alike,
  ),
  row(
    'stories that share a slug',
    1024,
    (n) => storiesNamed(n, (i) => many(5, (place) => `a${'-._ '[(i >> (2 * place)) & 3]}`).join('')),
    alike,
  ),
  row('api-keys', 2048, (n) => many(n, (i) => `K${i}_TINES_API_KEY: x\n`).join(''), readApiKeys),
  row(
    'wrong actions of a story',
    2048,
    (n) => JSON.stringify({ agents: many(n, () => ({})) }, null, 1),
    (text) => readStory(text, 'a'),
  ),
  row(
    'wrong links of a story',
    2048,
    (n) => JSON.stringify({ agents: [], links: many(n, () => ({})) }, null, 1),
    (text) => readStory(text, 'a'),
  ),
  row('stories of two rollout records that meet', 1024, rollouts, ([ours, theirs]) =>
    mergingRollouts(undefined)({ base: undefined, ours, theirs }),
  ),
  row('stories of a rollout record that nobody signed', 4096, rollouts, ([text]) => parseRollout(text)),
  row(
    'destinations that somebody was told of',
    4096,
    (n) => {
      const told = Object.fromEntries(many(n, (i) => [`d${i}`, { 'drift:a': '0123456789abcdef' }]));
      return sealed({ format: 'storysync.told/1', told }, { path: 'told.json', counter: 1, seal: undefined });
    },
    (text) => parseTold(text),
  ),
  row(
    'stories of a status file',
    4096,
    (n) => {
      const outcomes = many(n, (i) => outcome('d', `s${i}`));
      const run = { manifest: 'sync.yaml', job: null, at: '2026-11-22T06:00:00.000Z', changes: [] };
      return canonicalJson(statusToJson(reportOf(outcomes, { shard: '1/1', shardRun: run })));
    },
    (text) => readShardFile(text, 'status.json', REPORTED),
  ),
  row('record types', 1024, (n) => storyOf(many(n, (i) => record(i, `T${i}`, 1))), recordTypesOf),
  row('copies of a record type', 1024, (n) => storyOf(many(n, (i) => record(i, 'T', 1))), recordTypesOf),
  row('fields of a record type', 4096, (n) => storyOf([record(1, 'T', n)]), recordTypesOf),
  row('webhooks', 1024, (n) => storyOf(many(n, (i) => webhook(i, hex(i), hex(i + 1e6)))), fingerprint),
  row(
    'webhooks of one address that is quoted',
    1024,
    (n) =>
      storyOf([
        ...many(n, (i) => webhook(i, 'abcdefgh1', 'my-secret-1')),
        quoting('https://a/webhook/abcdefgh1/my-secret-1 '.repeat(n)),
      ]),
    (story) => [neutralise(story), findQuotedAddresses(story)],
  ),
  row(
    'addresses that begin alike',
    256,
    (n) => storyOf([...many(256, (i) => webhook(i, 'a'.repeat(i), 'b2'.repeat(16))), quoting('a'.repeat(64 * n))]),
    neutralise,
  ),
  row(
    'webhooks of one name',
    1024,
    (n) => storyOf(many(n, (i) => webhook(i, hex(i), hex(i), 'In'))),
    (story) =>
      matchIngress(story, { ...story, agents: story.agents.map((each, i) => ({ ...each, guid: hex(i + 1e6) })) }, {}),
  ),
  row(
    'links',
    16_384,
    (n) =>
      storyOf(
        [action(1, 'X', 'A')],
        many(n, () => ({ source: 0, receiver: 0 })),
      ),
    (story) => compareStories(story, { ...story, links: [] }),
  ),
  row('elements of a list', 32_768, (n) => optionsOf(n, (i, at) => [i, i * at]), compareBoth),
  row('objects in a list', 16_384, (n) => optionsOf(n, (i, at) => [i, { at: i * at }]), compareBoth),
  row('keys of an option', 32_768, (n) => optionsOf(n, (i, at) => [`k${i}`, at]), compareBoth),
  row(
    'named elements',
    2048,
    (n) => storyOf([action(1, 'X', 'A', {}, { schedule: many(n, (i) => ({ name: `n${i}`, at: i })) })]),
    (story) => compareStories(story, JSON.parse(JSON.stringify(story).replaceAll('"at":1', '"at":2'))),
  ),
  row(
    'actions that changed between two versions',
    512,
    (n) => storyOf(many(n, (i) => action(i + 1, 'HTTPRequest', `A${i}`, { method: 'get', password: `Summer${i}` }))),
    (story) =>
      gitChanges(story, JSON.parse(JSON.stringify(story).replaceAll('Summer', 'Winter').replaceAll('get', 'post'))),
  ),
  row(
    'actions in one place, drawn',
    512,
    (n) => storyOf(many(n, (i) => action(i + 1, 'HTTPRequest', `A${i}`, { method: 'get' }))),
    (story) => {
      const { agents } = story;
      const layout = JSON.stringify(Object.fromEntries(agents.map(({ guid }) => [guid, [0, 0]])));
      const links = agents.map((_, i) => ({ source: i, receiver: (i * 7) % agents.length }));
      const before = { ...story, diagram_layout: layout, links };
      return svgOf(pictureOf(before, { ...before, agents: agents.map((each) => ({ ...each, options: {} })) }));
    },
  ),
  row(
    'headers',
    1024,
    (n) => storyOf([action(1, 'HTTPRequest', 'A', { headers: many(n, (i) => [`x-key-${i}`, 'sdfkj34598sdk']) })]),
    findLiterals,
  ),
  row(
    'remotes',
    2048,
    (n) => many(n, (i) => `[remote "r${i}"]\n\turl = https://a/${i}\n`).join(''),
    (text) => findRemote(new GitConfig(parseGitConfig(text)), undefined),
  ),
  row(
    'entries of a folder',
    4096,
    (n) => Buffer.concat(many(n, (i) => Buffer.from(`100644 f${i}\0${'x'.repeat(20)}`))),
    parseTree,
  ),
  row('differences of a pack', 2048, backwards, (pack) => indexOf(pack, entriesOf(pack))),
];

it.each(ROWS)('the work for %s is in proportion to their number', async (_, most, run) => {
  expect(await run(most)).toBeLessThan(MOST_GROWTH);
});
