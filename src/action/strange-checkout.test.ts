import { describe, expect, it } from 'vitest';
import { strangeCheckout } from './strange-checkout.ts';

describe('a checkout with which keys are used', () => {
  const [own, another] = ['a'.repeat(40), 'b'.repeat(40)];
  const at = { ref: 'refs/heads/main', sha: own };

  it.each([{ event: 'repository_dispatch' } as const, { event: 'other', name: 'issue_comment' } as const])(
    'is under $event the commit of the event, unchanged',
    (event) => {
      const trigger = { ...event, ...at };
      expect(strangeCheckout(trigger, { head: own, dirty: false })).toBeUndefined();
      expect(strangeCheckout(trigger, { head: another, dirty: false })).toContain('another one');
      expect(strangeCheckout(trigger, { head: own, dirty: true })).toContain('files were changed');
      expect(strangeCheckout(trigger, { head: null, dirty: true })).toContain('another one');
    },
  );

  it('is none in a merge queue, where the manifest is still a proposal', () => {
    const trigger = { event: 'merge_group', ...at } as const;
    expect(strangeCheckout(trigger, { head: own, dirty: false })).toContain('not merged yet');
  });

  it('is up to the workflow under events of people who may push', () => {
    const trigger = { event: 'workflow_dispatch', ...at } as const;
    expect(strangeCheckout(trigger, { head: another, dirty: false })).toBeUndefined();
  });
});
