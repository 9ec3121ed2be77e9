import { describe, expect, it } from 'vitest';
import { plannedDestination, plannedStory, planOf, richPlan } from '../../../test/support/example-plans.ts';
import { rolloutPlan } from '../../../test/support/example-rollout.ts';
import { nativePlan } from '../../../test/support/native-plans.ts';
import { commentMarker, outdated, plainComment, planComment } from './comment-body.ts';

const LIMIT = 65_536;
const marker = commentMarker('storysync', 'sync.yaml');

describe('commentMarker', () => {
  it('names the check and the manifest', () => {
    expect(marker).toBe('<!-- storysync:storysync:sync.yaml -->');
  });

  it('cannot be ended by a name, and never looks the same for two pairs', () => {
    const hostile = commentMarker('x --> <b>', 'a\nb');
    expect(hostile).toBe('<!-- storysync:x %2d%2d%3e %3cb%3e:a%ab -->');
    expect(commentMarker('a:b', 'c')).not.toBe(commentMarker('a', 'b:c'));
  });
});

describe('planComment', () => {
  it('begins with the marker, then notes, totals and what to look at first; changes are folded away', () => {
    const body = planComment(richPlan, { marker, notes: ['From a fork: planned offline.'] });
    expect(body.startsWith(`${marker}\n\nFrom a fork: planned offline.\n\n### Plan: 5 to create`)).toBe(true);
    expect(body.indexOf('**Look at these first**')).toBeLessThan(body.indexOf('no usable API key'));
    expect(body).toContain('  - <details><summary>3 changes</summary>\n\n    - action "Get report": url changed\n');
    expect(body).toContain('<code>eu-1</code>, <code>eu-2</code> and 3 more: the same 2 changes');
  });

  it('carries the view of a rollout, folded, above the destinations', () => {
    const body = planComment(rolloutPlan, { marker, unsigned: true });
    expect(body.indexOf('<summary>Rollout: ')).toBeGreaterThan(body.indexOf('### Plan: '));
    expect(body.indexOf('<summary>Rollout: ')).toBeLessThan(body.indexOf('<code>early-1</code>'));
    expect(body).toContain('- Without a state key whoever may write the state branch');
    expect(planComment(rolloutPlan, { marker })).not.toContain('Without a state key');
  });

  it('shows what is deleted at the vendor first, and what waits for which flag', () => {
    const body = planComment(nativePlan, { marker });
    const first = body.slice(body.indexOf('**Look at these first**')).split('\n\n')[1];
    expect(first).toContain('- `moving`: replace: sync destination 31');
    expect(first).not.toContain('waits');
    expect(body).toContain('- **hint:** run sync --replace moves to delete it there');
    expect(body).toContain('- **hint:** run sync --takeover back-1 back-2 to delete them there');
    expect(body).not.toContain('<b>refused');
  });

  const planWith = (destinations: number, changes: number, text: string) =>
    planOf(
      Array.from({ length: destinations }, (_, at) =>
        plannedDestination(`tenant-${at}`, [
          plannedStory('triage', 'update', {
            reason: 'content_changed',
            message: `only here: ${at}`,
            changes: Array.from({ length: changes }, (__, index) => ({
              path: 'x',
              op: 'update',
              text: `${text} ${index}`,
              cause: 'change_set',
            })),
          }),
        ]),
      ),
    );

  it('drops the changes first when it is too large', () => {
    const body = planComment(planWith(100, 10, 'url changed '.repeat(30)), { marker });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
    expect(body).toContain('  - 10 changes (see the plan file)');
    expect(body).toContain('only here: 99');
    expect(body).not.toContain('Cut here');
  });

  const picture = (at: number, size: number) =>
    `<details><summary>Picture ${at}</summary>${'x'.repeat(size)}</details>`;

  it('shows pictures below the plan, as many as there is room for', () => {
    const body = planComment(richPlan, { marker, pictures: [picture(1, 100), picture(2, 70_000), picture(3, 100)] });
    expect(body.endsWith(`\n\n${picture(1, 100)}`)).toBe(true);
    expect(body.startsWith(planComment(richPlan, { marker }))).toBe(true);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
    const many = Array.from({ length: 40 }, (_, at) => picture(at, 3000));
    const full = planComment(richPlan, { marker, pictures: many });
    expect(Buffer.byteLength(outdated(full, marker, 'a'.repeat(40)))).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(full)).toBeGreaterThan(LIMIT - 4000);
  });

  it('drops the pictures before anything of the plan', () => {
    const body = planComment(planWith(100, 10, 'url changed '.repeat(30)), { marker, pictures: [picture(1, 10)] });
    expect(body).not.toContain('Picture 1');
    expect(body).toContain('  - 10 changes (see the plan file)');
  });

  it('then cuts the middle, keeps the totals exact, and leaves room for the banner', () => {
    const body = planComment(planWith(3000, 2, '中文'), { marker });
    expect(Buffer.byteLength(outdated(body, marker, 'a'.repeat(40)))).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(body)).toBeGreaterThan(LIMIT - 2000);
    expect(body).toContain(
      '### Plan: 0 to create, 3000 to update, 0 unchanged, 0 skipped, 0 blocked (3000 destinations)',
    );
    expect(body).toContain('Cut here; the totals are exact');
  });
});

describe('plainComment', () => {
  it('is found and trimmed like any other', () => {
    const body = plainComment(`### Validation\n${'- 中 \n'.repeat(40_000)}`, { marker });
    expect(body.startsWith(`${marker}\n\n### Validation\n`)).toBe(true);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMIT);
  });
});

describe('outdated', () => {
  it('says so once, above the old text, and stays ours', () => {
    const body = planComment(richPlan, { marker });
    const once = outdated(body, marker, 'abcdef0123456789');
    expect(once.startsWith(`${marker}\n\n<!-- outdated -->\n> **Outdated:** a plan for \`abcdef012345\``)).toBe(true);
    expect(once.endsWith(body.slice(marker.length))).toBe(true);
    expect(outdated(once, marker, 'abcdef0123456789')).toBe(once);
    expect(outdated(once.replaceAll('\n', '\r\n'), marker, 'abc').match(/Outdated/g)).toHaveLength(1);
  });
});
