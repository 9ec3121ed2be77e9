import type { UrlChange } from '../../../model/plan.ts';
import type { Story } from '../../../model/story.ts';
import { type IngressMatching, type IngressPoint, ingressPoints } from '../../../story/addresses/carry-addresses.ts';

/** Addresses that come or go with this push; those that are carried over are no change. */
export function urlChanges(wanted: Story, matching: IngressMatching | undefined): readonly UrlChange[] {
  const appearing = matching ? matching.appearing : ingressPoints(wanted);
  const disappearing = matching ? matching.disappearing : [];
  return [
    ...appearing.map((point) => urlChange(point, 'add')),
    ...disappearing.map((point) => urlChange(point, 'remove')),
  ];
}

function urlChange(point: IngressPoint, op: UrlChange['op']): UrlChange {
  return { action: point.name, kind: point.kind, op };
}
