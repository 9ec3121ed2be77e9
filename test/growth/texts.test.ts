import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { readTrigger } from '../../src/action/decide/event.ts';
import { InputReader } from '../../src/action/decide/input-reader.ts';
import { outdated } from '../../src/action/render/comment-body.ts';
import { trimMiddle } from '../../src/action/render/trim.ts';
import { findLookalikes } from '../../src/desired/lookalikes.ts';
import { checkQuotedAddresses } from '../../src/desired/quoted-addresses.ts';
import { inert } from '../../src/diagnostics/inert.ts';
import { printableInLog } from '../../src/diagnostics/printable.ts';
import { wrap } from '../../src/diagnostics/wrap.ts';
import { gitChanges } from '../../src/export/git-changes.ts';
import { parseCommit } from '../../src/git/objects/object-text.ts';
import { isBranchName } from '../../src/git/read/branch-name.ts';
import { GitConfig, parseGitConfig } from '../../src/git/remote/git-config.ts';
import { repositoryName } from '../../src/git/remote/remote-address.ts';
import { authorizationFor } from '../../src/git/remote/remote-credentials.ts';
import { parseJson } from '../../src/json/parse.ts';
import { readApiKeys } from '../../src/keys/given-keys.ts';
import { openManifest } from '../../src/manifest/open.ts';
import { parseTenantUrl } from '../../src/manifest/tenant-url.ts';
import { parseVaultReference } from '../../src/manifest/vault/vault-reference.ts';
import { matcher } from '../../src/model/matcher.ts';
import { normalised } from '../../src/model/normal-form.ts';
import { readProxies } from '../../src/network/proxies.ts';
import { asHtmlCode, asMarkdownCode, forMarkdown, forTerminal } from '../../src/report/escape.ts';
import { findLiterals } from '../../src/secret-scan/find-literals.ts';
import { findQuotedAddresses } from '../../src/secret-scan/find-quoted-addresses.ts';
import { findKnownFormats } from '../../src/secret-scan/known-formats.ts';
import { findInProse } from '../../src/secret-scan/prose.ts';
import { joinMessages } from '../../src/state/commit-message.ts';
import { parseState } from '../../src/state/format.ts';
import { compareStories } from '../../src/story/compare/compare.ts';
import { fingerprint } from '../../src/story/compare/parts.ts';
import { readStory } from '../../src/story/read.ts';
import { findReferences, slugify } from '../../src/story/references.ts';
import { readRefusal } from '../../src/tenant/refusal.ts';
import { parseRetryAfter } from '../../src/tenant/retry.ts';
import { readVendorMessage } from '../../src/tenant/vendor-words.ts';
import { readLoginRefusal } from '../../src/vault/refusal.ts';
import { action, storyOf } from '../support/example-story.ts';
import { familiesOf, growthOf, MOST_GROWTH } from '../support/growth.ts';
import { desiredOf, destinationOf } from '../support/planning.ts';
import { storyExport } from '../support/stories.ts';

const [PATH, SECRET] = ['a1'.repeat(16), 'b2'.repeat(16)];
/** A story that has this text as a name, as an option and as the name of one. */
const around = (text: string) =>
  storyOf([
    action(1, 'Webhook', 'Receive', { path: PATH, secret: SECRET }),
    action(2, 'HTTPRequest', text, { url: text, headers: { [text]: text } }),
  ]);
const open = (text: string) =>
  openManifest({ file: 'sync.yaml', bytes: Buffer.from(text) }, { today: '2026-11-22' }).problems;
const named = (text: string): string => `version: 1\nstories: {}\ndestinations: {${JSON.stringify(text)}: 1}\n`;
const vaulted = (text: string): string =>
  `version: 1\nkeys: {vault: {address: ${JSON.stringify(text)}, mount: ${JSON.stringify(text)}}}\nstories: {}\ndefaults: {destination_tenant_api_key: ${JSON.stringify(`\${vault:${text}#k}`)}, labels: {a: ${JSON.stringify(text)}}}\ndestinations: {}\n`;
/** A manifest that has this text in every kind of place. */
const everywhere = (text: string): string => {
  const json = JSON.stringify(text);
  const there = `destination_tenant_url: ${json}, destination_tenant_api_key: ${json}, stories: [${json}], adopt: [${json}]`;
  const more = `labels: {a: ${json}}, detached: {${json}: {reason: ${json}, until: ${json}}}, ${json}: 1`;
  return `version: 1\nstories: {${json}: {file: ${json}}}\ngroups: {${json}: [${json}]}\ndestinations: {${json}: {${there}, ${more}}}\n`;
};
/** A job that this text starts, wherever an event has one. */
const eventWith = (text: string) => {
  const side = { sha: text, repo: { full_name: text } };
  const payload = { pull_request: { number: 1, head: side, base: side }, repository: { default_branch: text } };
  return ['pull_request', 'push', text].map((event) =>
    readTrigger({ GITHUB_EVENT_NAME: event, GITHUB_REF: text, GITHUB_SHA: text }, payload),
  );
};
const lookalikes = (text: string) => {
  const destinations = [destinationOf('d', { stories: ['one', 'two'] })];
  const named = (name: string) => storyExport({ name, actions: [] });
  return findLookalikes(
    { destinations },
    desiredOf({ one: named(`a${text}`), two: named(`A${text}`) }, destinations).stories,
  );
};
const ofBytes = (text: string): Buffer => Buffer.from(`tree ${'a'.repeat(40)}\n${text}`);

type Reader = readonly [
  reader: string,
  /** What this reader looks for: of these the hostile texts are made. */
  signs: readonly string[],
  read: (text: string) => unknown,
  /** How often a sign is repeated at most; less where each costs much. */
  most: number,
];

/** Whoever reads a text that others write stands here. */
const READERS: Reader[] = [
  ['the manifest', ['a: ', '[', '- a\n', '&a '], open, 128],
  ['a name in the manifest', ['-', '_.'], (text) => open(named(text)), 16_384],
  ['a value of the manifest', ['/', '@', '\u0301\u0323'], (text) => open(everywhere(text)), 1024],
  ['api-keys', ['A: ', '{', 'A: b\n'], readApiKeys, 64],
  [
    'an input',
    ['\n', ',', '1', '='],
    (text) => {
      const read = new InputReader(() => text);
      return [read.list('labels'), read.pairs('labels'), read.globs('env-keys', [])];
    },
    8192,
  ],
  ['the event of a job', ['refs/', '/', 'a', '"'], eventWith, 8192],
  [
    'a glob',
    ['*', '?', '[a', '{a,b}', '{'],
    (text) => [text, `*${text}*b`].map((glob) => matcher([glob])('a'.repeat(32))),
    512,
  ],
  ['a name that globs are tried on', ['a', '-a'], matcher(['*a*a*a*a*b', '*-?*[a-c]*{a,*b}*c']), 1024],
  ['names that look alike', ['\u0301\u0323', '\u200b', '-', 'A', '\u3000'], lookalikes, 1024],
  ['a tenant URL', ['/', '.', '@', 'https://', ':'], parseTenantUrl, 8192],
  [
    'a reference to a vault',
    ['${vault:', 'a/', '.', '{label.', '{access}', '#'],
    (text) => [parseVaultReference(`\${vault:${text}#k}`), open(vaulted(text))],
    2048,
  ],
  ['what a vault says', ['role "', 'claim "sub', '" does not', '(aud)', '"'], readLoginRefusal, 8192],
  ['JSON', ['{"a":', '[', '"', '1', '\\"'], parseJson, 8192],
  ['a story file', ['{', '"a":', '<<<<<<<\n', '1,'], (text) => readStory(`{"agents":[${text}`, 'a.json'), 4096],
  ['references', ['{%story', '{% ', '%}', 'STORY.', '.a', 'INFO.'], (text) => findReferences(around(text)), 2048],
  ['a slug', ['_', '\u0301', '\u0323', '\uff9e'], slugify, 4096],
  ['a normal form', ['\u0301', '\u0323', '\u3099'], (text) => normalised(text, 'NFC'), 4096],
  ['literals', ['key=', 'https://', '.eyJ', '-----BEGIN PRIVATE KEY-----'], (text) => findLiterals(around(text)), 256],
  [
    'prose',
    ['?key=', 'api_key', ': "', '--password ', '<key>', '</', 'Authorization: ', "auth=('", ' -u a:', '/hooks/'],
    findInProse,
    1024,
  ],
  [
    'known formats',
    ['https://', 'a:', '@', '-----BEGIN PRIVATE KEY-----', 'AKIA', 'xoxb-', 'eyJ', '.eyJ', 'mysql://', 'sk-', 'hvs.'],
    findKnownFormats,
    512,
  ],
  ['quoted addresses', [PATH, 'f', '/webhook/', ':path:'], (text) => findQuotedAddresses(around(text)), 512],
  [
    'placeholders',
    ['storysync:destination-owned:', 'https://', '/'],
    (text) => checkQuotedAddresses(around(text), 'a'),
    1024,
  ],
  ['the parts of a story', [PATH, 'f', '<<', '#'], (text) => fingerprint(around(text)), 1024],
  ['two stories', ['f', '"', '.'], (text) => compareStories(around(text), around(`${text}x`)), 1024],
  ['what changed between two versions', ['["', 'a1'], (text) => gitChanges(around(text), around(`${text}x`)), 128],
  ['a commit', ['author ', '<', ' 1', '\rauthor ', 'committer '], (text) => parseCommit(ofBytes(text)), 8192],
  [
    "git's configuration",
    ['[a "', '\\', '=', '[remote "a"]', ' '],
    (text) => {
      const config = new GitConfig(
        parseGitConfig(`${text}\n[remote "origin"]\n\turl = git@a:${text}\n[http "https://a/${text}"]\n`),
      );
      return [repositoryName(config, undefined), authorizationFor(new URL('https://a/b'), {}, config)];
    },
    4096,
  ],
  ['the name of a branch', ['/', '.', '@{', '\\'], isBranchName, 8192],
  [
    'a state file',
    ['{"a":', '"', '1,'],
    (text) => parseState(`{"format":"storysync.state/2","stories":${text}`, { name: 'a' }),
    4096,
  ],
  ['messages of state commits', ['Source: a\n', '\n', 'Run: '], (text) => joinMessages([text, text]), 8192],
  ["a tenant's refusal", ['{', '"', 'is ', 'record ', '_'], readRefusal, 8192],
  ["the vendor's words", ['https://', 'a1', '@', ' ', '\u202e'], (text) => readVendorMessage(text, ['a1a1']), 8192],
  ["a tenant's wait", ['1', ' ', ',', 'GMT'], (text) => parseRetryAfter(text, 0), 8192],
  ['proxies', ['%', '@', ':', '//'], (text) => readProxies({ HTTP_PROXY: text, NO_PROXY: text }), 8192],
  ['a line of a log', [':', '##[', '\u200d', '\u{1f469}', '\ufe0f'], printableInLog, 4096],
  ['words for people', ['a ', '\u754c', '\u0301'], (text) => wrap(text, '  ', '    ', 80), 1024],
  ['words for GitHub', ['@', ':a', 'GH-', '/pull/', '+'], inert, 4096],
  [
    'Markdown',
    ['`', '<', '[', '_', 'www.'],
    (text) => [forMarkdown, forTerminal, asHtmlCode, asMarkdownCode].map((write) => write(text)),
    1024,
  ],
  ['a report that is cut', ['`', '<details>\n', '- ', '&'], (text) => trimMiddle(text, text.length / 2, 'cut'), 2048],
  ['a comment', ['\n\n<!-- outdated -->\n', '<!-- /outdated -->', '\n'], (text) => outdated(text, '', 'a'), 4096],
];

it.each(READERS)('reading %s costs in proportion to it', async (_, signs, read, most) => {
  const tooMuch: string[] = [];
  for (const [shape, family] of familiesOf(signs)) {
    // What is slow takes long to show.
    if (tooMuch.length > 0) break;
    const growth = await growthOf(family, read, most);
    if (growth > MOST_GROWTH) tooMuch.push(`${shape}: four times the text takes ${Math.round(growth)} times as much`);
  }
  expect(tooMuch).toEqual([]);
});
