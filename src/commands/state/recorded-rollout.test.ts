import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneOf, folder, git, serve } from '../../../test/support/git-remotes.ts';
import { codesOf, KEY, openSession } from '../../../test/support/open-session.ts';
import { BRANCH } from '../../../test/support/state-run.ts';
import { NO_RECORD, type RolloutRecord } from '../../model/rollout.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const PLAN = `sha256:${'b'.repeat(64)}`;
const [NINE, TEN] = ['2026-11-22T09:00:00.000Z', '2026-11-22T10:00:00.000Z'];

const passed = (ring: string, at: string): RolloutRecord => ({
  passings: { triage: { [HASH]: { [ring]: at } } },
  overrides: [],
});
const overridden = (reason: string, at = NINE): RolloutRecord => ({
  passings: {},
  overrides: [{ digest: PLAN, reason, at, commit: null }],
});

/** A clone without a remote. */
function lonely(): string {
  const dir = folder();
  git(dir, 'init', '--quiet', '--initial-branch=main');
  return dir;
}

const messages = (dir: string): readonly string[] =>
  git(dir, 'log', '--format=%B%x00', BRANCH)
    .split('\0')
    .map((message) => message.trim())
    .filter((message) => message !== '');
const fileOf = (dir: string): string => `${git(dir, 'show', `${BRANCH}:rollout.json`)}\n`;

/** Puts a text in the file's place, as whoever may push the branch. */
function put(dir: string, text: string): void {
  const work = folder();
  git(dir, 'worktree', 'add', '--quiet', '--force', work, BRANCH);
  git(work, 'rm', '--quiet', '--cached', 'rollout.json');
  const blob = execHash(work, text);
  git(work, 'update-index', '--add', '--cacheinfo', `100644,${blob},rollout.json`);
  git(work, 'commit', '--quiet', '-m', 'by hand');
  git(dir, 'worktree', 'remove', '--force', work);
}

function execHash(dir: string, text: string): string {
  writeFileSync(join(dir, 'text'), text);
  return git(dir, 'hash-object', '-w', 'text');
}

describe('the record of a rollout', () => {
  it('is found by the next run as it was recorded, and tells nothing where it is proven', async () => {
    const dir = lonely();
    const run = await openSession(dir, { key: KEY });
    expect(await run.readRollout()).toEqual(NO_RECORD);
    await run.recordRollout(passed('canary', NINE));
    expect(await run.readRollout()).toEqual(passed('canary', NINE));
    const next = await openSession(dir, { key: KEY });
    expect(await next.readRollout()).toEqual(passed('canary', NINE));
    expect([codesOf(run), codesOf(next)]).toEqual([[], []]);
  });

  it('leaves no file and not a word where nobody asks for it, and no file where there is nothing to record', async () => {
    const dir = lonely();
    const silent = await openSession(dir);
    await silent.close();
    expect(codesOf(silent)).toEqual([]);
    const idle = await openSession(dir, { key: KEY });
    await idle.recordRollout(NO_RECORD);
    await idle.close();
    expect(git(dir, 'branch', '--list', BRANCH)).toBe('');
  });

  it('is not written again when nothing is new', async () => {
    const dir = lonely();
    await (await openSession(dir, { key: KEY })).recordRollout(passed('canary', NINE));
    const next = await openSession(dir, { key: KEY });
    await next.recordRollout(passed('canary', TEN));
    await next.recordRollout(NO_RECORD);
    expect(messages(dir)).toHaveLength(1);
    expect(await next.readRollout()).toEqual(passed('canary', NINE));
  });

  it('loses nothing of several that are recorded at once by one run', async () => {
    const dir = lonely();
    const run = await openSession(dir, { key: KEY });
    await Promise.all(['canary', 'early', 'broad'].map((ring) => run.recordRollout(passed(ring, NINE))));
    const read = await (await openSession(dir, { key: KEY })).readRollout();
    expect(Object.keys(read.passings.triage?.[HASH] ?? {})).toEqual(['broad', 'canary', 'early']);
  });

  it('says without a state key who else may open a ring, once, and is a hint that counts all the same', async () => {
    const dir = lonely();
    const run = await openSession(dir);
    await run.recordRollout(passed('canary', NINE));
    await run.readRollout();
    expect(codesOf(run)).toEqual(['STA023']);
    const next = await openSession(dir);
    expect(await next.readRollout()).toEqual(passed('canary', NINE));
    expect(codesOf(next)).toEqual(['STA023']);
  });

  it('is not believed by a run with the key when nobody signed it, and is signed anew with what that run knows', async () => {
    const dir = lonely();
    await (await openSession(dir)).recordRollout(passed('broad', NINE));
    const run = await openSession(dir, { key: KEY });
    expect(await run.readRollout()).toEqual(NO_RECORD);
    expect(codesOf(run)).toEqual(['STA020']);
    await run.recordRollout(passed('canary', TEN));
    const next = await openSession(dir, { key: KEY });
    expect(await next.readRollout()).toEqual(passed('canary', TEN));
    expect(codesOf(next)).toEqual([]);
  });

  it('is lost when an older version takes its place, and counts on from the newest', async () => {
    const dir = lonely();
    const run = await openSession(dir, { key: KEY });
    await run.recordRollout(passed('canary', NINE));
    const old = fileOf(dir);
    await run.recordRollout(passed('early', TEN));
    put(dir, old);
    const next = await openSession(dir, { key: KEY });
    expect(await next.readRollout()).toEqual(NO_RECORD);
    expect(codesOf(next)).toEqual(['STA021']);
    await next.recordRollout(passed('canary', TEN));
    const after = await openSession(dir, { key: KEY });
    expect(await after.readRollout()).toEqual(passed('canary', TEN));
    expect(codesOf(after)).toEqual([]);
    expect(JSON.parse(fileOf(dir))).toMatchObject({ counter: 3 });
  });

  it('is lost as well when an older version takes its place while a run is at work', async () => {
    const dir = lonely();
    const before = await openSession(dir, { key: KEY });
    await before.recordRollout(passed('canary', NINE));
    const old = fileOf(dir);
    await before.recordRollout(passed('early', TEN));
    const run = await openSession(dir, { key: KEY });
    await run.readRollout();
    put(dir, old);
    expect(await run.readRollout()).toEqual(NO_RECORD);
    expect(codesOf(run)).toEqual(['STA021']);
  });

  it.each([
    ['no JSON', '{'],
    ['not as we write it', JSON.stringify({ format: 'storysync.rollout/1', passings: 1 })],
  ])('that is %s is ignored with a warning, and written anew', async (_, text) => {
    const dir = lonely();
    await (await openSession(dir, { key: KEY })).recordRollout(passed('canary', NINE));
    put(dir, text);
    const run = await openSession(dir, { key: KEY });
    expect(await run.readRollout()).toEqual(NO_RECORD);
    expect(codesOf(run)).toEqual(['STA001']);
    await run.recordRollout(passed('canary', TEN));
    expect(await (await openSession(dir, { key: KEY })).readRollout()).toEqual(passed('canary', TEN));
  });

  it('that is signed is read as a hint by a run without the key, and stays as it is; the run itself knows more', async () => {
    const dir = lonely();
    await (await openSession(dir, { key: KEY })).recordRollout(passed('canary', NINE));
    const before = fileOf(dir);
    const run = await openSession(dir);
    expect(await run.readRollout()).toEqual(passed('canary', NINE));
    await run.recordRollout(passed('early', TEN));
    expect(Object.keys((await run.readRollout()).passings.triage?.[HASH] ?? {})).toEqual(['canary', 'early']);
    expect(codesOf(run)).toEqual(['STA023', 'STA022']);
    expect(fileOf(dir)).toBe(before);
  });

  it.each([
    ['with --no-state', () => lonely(), false, ['STA024']],
    ['outside of git', () => folder(), true, ['RUN004', 'STA024']],
  ] as const)(
    '%s is known to this run alone, and it says that a rollout needs state',
    async (_, place, state, codes) => {
      const dir = place();
      const run = await openSession(dir, { key: KEY, state });
      await run.recordRollout(passed('canary', NINE));
      expect(await run.readRollout()).toEqual(passed('canary', NINE));
      expect(codesOf(run)).toEqual(codes);
      expect(await (await openSession(dir, { key: KEY, state })).readRollout()).toEqual(NO_RECORD);
    },
  );

  it('is empty after the branch was deleted, without a warning: lost state costs time, and nothing else', async () => {
    const dir = lonely();
    await (await openSession(dir, { key: KEY })).recordRollout(passed('canary', NINE));
    git(dir, 'branch', '-D', BRANCH);
    const run = await openSession(dir, { key: KEY });
    expect(await run.readRollout()).toEqual(NO_RECORD);
    expect(codesOf(run)).toEqual([]);
  });

  it('brings what other runs recorded when the run catches up', async () => {
    const server = await serve();
    const [one, two] = [
      await openSession(cloneOf(server.url), { key: KEY }),
      await openSession(cloneOf(server.url), { key: KEY }),
    ];
    await one.recordRollout(passed('canary', NINE));
    await one.close();
    expect(await two.readRollout()).toEqual(NO_RECORD);
    await two.catchUp();
    expect(await two.readRollout()).toEqual(passed('canary', NINE));
    await two.recordRollout(passed('early', TEN));
    await two.close();
    expect([codesOf(one), codesOf(two)]).toEqual([[], []]);
    const three = await openSession(cloneOf(server.url), { key: KEY });
    expect(Object.keys((await three.readRollout()).passings.triage?.[HASH] ?? {})).toEqual(['canary', 'early']);
  });
});

describe('an override', () => {
  it('stands in the record and, as trailers, in each commit of the rollout that its run makes', async () => {
    const dir = lonely();
    const run = await openSession(dir, { key: KEY, commit: 'c'.repeat(40) });
    await run.recordRollout(overridden('incident 4711'));
    await run.recordRollout(passed('canary', NINE));
    const trailers = `Source: ${'c'.repeat(40)}\nRollout-Override: ${PLAN}\nRollout-Override-Reason: incident 4711`;
    expect(messages(dir).slice(0, 2)).toEqual([
      `rollout: triage passed canary\n\n${trailers}`,
      `rollout: overridden for one run\n\n${trailers}`,
    ]);
    expect(git(dir, 'log', '-1', '--format=%(trailers:key=Rollout-Override-Reason,valueonly)', BRANCH)).toBe(
      'incident 4711',
    );
    const next = await openSession(dir, { key: KEY });
    const record = await next.readRollout();
    expect(record.overrides).toEqual(overridden('incident 4711').overrides);
    // It was for one run: the next one's commits do not bear it.
    await next.recordRollout({ ...record, ...passed('early', TEN), overrides: record.overrides });
    expect(messages(dir)[0]).not.toContain('Rollout-Override');
  });

  it.each([
    ['several lines', 'one\nRun: https://evil.example/', 'one\\nRun: https://evil.example/'],
    ['what moves a cursor', 'red \u001b[31m', 'red \\u{1b}[31m'],
    ['more than a line may be', 'x'.repeat(1000), 'x'.repeat(300)],
  ])('has its reason on one line, also with %s', async (_, reason, expected) => {
    const dir = lonely();
    await (await openSession(dir, { key: KEY })).recordRollout(overridden(reason));
    expect(`${messages(dir)[0]}\n`).toContain(`\nRollout-Override-Reason: ${expected}\n`);
    expect((await (await openSession(dir, { key: KEY })).readRollout()).overrides[0]?.reason).toBe(expected);
  });
});
