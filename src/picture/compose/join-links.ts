import type { Story } from '../../model/story.ts';
import { isSecondary, matchLinks } from '../../story/compare/compare-links.ts';
import { normalLink } from '../../story/compare/normal.ts';
import type { PictureLink } from '../picture.ts';

/** Where an action stands in either version. */
type Ends = { readonly before: number | undefined; readonly after: number | undefined };

export type JoinedLink = PictureLink & {
  /** It came or went between two actions that both stayed. */
  readonly rewires: boolean;
};

const MARKS = { add: 'added', remove: 'removed', update: 'changed', same: 'unchanged' } as const;

/** The links of both versions, by the positions in `parts` of what they join. */
export function joinLinks(
  before: Story | undefined,
  after: Story | undefined,
  parts: readonly Ends[],
): readonly JoinedLink[] {
  const names = (side: keyof Ends): readonly string[] => {
    const list: string[] = [];
    for (const [at, part] of parts.entries()) {
      const index = part[side];
      if (index !== undefined) list[index] = `${at}`;
    }
    return list;
  };
  const [old, now] = [names('before'), names('after')];
  const links = matchLinks(
    (before?.links ?? []).map((link) => normalLink(link, old)),
    (after?.links ?? []).map((link) => normalLink(link, now)),
  );
  return links.flatMap(({ link, op }): readonly JoinedLink[] => {
    const [source, receiver] = [Number(link.source), Number(link.receiver)];
    const [from, to] = [parts[source], parts[receiver]];
    if (link.source === '' || link.receiver === '' || from === undefined || to === undefined) return [];
    const rewires = op !== 'same' && hasStayed(from) && hasStayed(to);
    return [{ source, receiver, secondary: isSecondary(link), mark: MARKS[op], rewires }];
  });
}

function hasStayed({ before, after }: Ends): boolean {
  return before !== undefined && after !== undefined;
}
