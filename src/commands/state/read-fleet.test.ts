import { describe, expect, it } from 'vitest';
import { folder, git } from '../../../test/support/git-remotes.ts';
import { codesOf, KEY, openSession } from '../../../test/support/open-session.ts';
import { desiredOf, destinationOf, policyFor, storyState } from '../../../test/support/planning.ts';
import { storyExport, webhook } from '../../../test/support/stories.ts';
import type { Destination } from '../../model/destination.ts';
import type { StateContent } from '../../model/destination-state.ts';
import { findPending } from '../rollout/pending.ts';

const named = (name: string): Destination => destinationOf(name, { stories: ['triage'] });

function stateOf({ tenantUrl, teamId }: Destination, id: number): StateContent {
  return { tenantUrl, teamId, stories: { triage: storyState(id) }, recordTypes: {}, last: {} };
}

async function recorded(names: readonly string[], key?: string): Promise<string> {
  const dir = folder();
  git(dir, 'init', '--quiet', '--initial-branch=main');
  const run = await openSession(dir, key === undefined ? {} : { key });
  await Promise.all(names.map((name, index) => run.record(name, stateOf(named(name), index + 1), [], [])));
  return dir;
}

describe('the states of a fleet', () => {
  it('are those that are recorded of the destinations asked for, proven with the key', async () => {
    const dir = await recorded(['contoso', 'fabrikam', 'initech'], KEY);
    const run = await openSession(dir, { key: KEY });
    const fleet = await run.readFleet(['contoso', 'initech', 'new'].map(named));
    expect([...fleet].map(([name, state]) => [name, state.proven, state.stories.triage?.destinationStoryId])).toEqual([
      ['contoso', true, 1],
      ['initech', true, 3],
    ]);
    expect(codesOf(run)).toEqual([]);
  });

  it('that nobody signed do not count with a key at hand, which is told once for all of them', async () => {
    const dir = await recorded(['contoso', 'fabrikam']);
    const run = await openSession(dir, { key: KEY });
    expect((await run.readFleet(['contoso', 'fabrikam'].map(named))).size).toBe(0);
    expect(codesOf(run)).toEqual(['STA020']);
  });

  it('are hints without a key, and the run knows that they are unsigned', async () => {
    const dir = await recorded(['contoso']);
    const run = await openSession(dir);
    expect((await run.readFleet([named('contoso')])).get('contoso')?.proven).toBe(false);
    expect(run.unsigned).toBe(true);
  });

  it('are each read once, by whoever asks for them first, until the run catches up with others', async () => {
    const dir = await recorded(['contoso', 'fabrikam'], KEY);
    const run = await openSession(dir, { key: KEY });
    const fleet = await run.readFleet(['contoso', 'fabrikam'].map(named));
    const other = await openSession(dir, { key: KEY });
    await other.read(named('contoso'));
    await other.record('contoso', stateOf(named('contoso'), 77), [], []);
    expect(await run.read(named('contoso'))).toBe(fleet.get('contoso'));
    expect((await run.readFleet([named('fabrikam')])).get('fabrikam')).toBe(fleet.get('fabrikam'));
    await run.catchUp();
    expect((await run.read(named('contoso')))?.stories.triage?.destinationStoryId).toBe(77);
  });

  it('are not read again after a look at what is pending', async () => {
    const dir = await recorded(['contoso'], KEY);
    const desired = desiredOf({ triage: storyExport({ name: 'Triage', actions: [webhook('In')] }) }, [
      named('contoso'),
    ]);
    const run = await openSession(dir, { key: KEY });
    const { selected } = await findPending(run, desired, { policy: policyFor(desired) });
    expect([...selected.keys()]).toEqual(['contoso']);
    const other = await openSession(dir, { key: KEY });
    await other.read(named('contoso'));
    await other.record('contoso', stateOf(named('contoso'), 77), [], []);
    expect((await run.read(named('contoso')))?.stories.triage?.destinationStoryId).toBe(1);
  });
});
