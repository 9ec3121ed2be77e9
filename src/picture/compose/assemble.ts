import type { Action } from '../../model/story.ts';
import { byText } from '../../model/text/order.ts';
import { toolsOf } from '../../story/actions.ts';
import { kindOf } from '../../story/addresses/wording.ts';
import type { Picture, PictureMark, PictureNode } from '../picture.ts';
import { bounded } from './bounded.ts';

const MOST_TOOLS = 20;

export function describeAction(
  action: Action,
  hide: (name: string) => string = (name) => name,
): Pick<PictureNode, 'kind' | 'name' | 'type' | 'width' | 'disabled' | 'tools'> {
  const { type } = action;
  const tools = toolsOf(action).map(({ tool }) => (typeof tool.name === 'string' ? bounded(tool.name, 200) : ''));
  return {
    kind: type === 'Agents::FormAgent' ? 'page' : type === 'Agents::GroupAgent' ? 'group' : 'action',
    name: bounded(hide(action.name)),
    type: bounded(kindOf(type), 200),
    width: null,
    disabled: action.disabled === true,
    tools: tools.length > MOST_TOOLS ? [...tools.slice(0, MOST_TOOLS), `and ${tools.length - MOST_TOOLS} more`] : tools,
  };
}

/** Actions, pages and groups by what became of them. */
export function countsOf(marks: readonly PictureMark[]): { readonly [mark in PictureMark]: number } {
  const count = (mark: PictureMark): number => marks.filter((each) => each === mark).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    rewired: count('rewired'),
    unchanged: count('unchanged'),
  };
}

/** From top to bottom, whatever the order of the files. */
export function pictureInOrder({
  guids,
  nodes,
  links,
  ...rest
}: Picture & { readonly guids: readonly string[] }): Picture {
  const keys = nodes.map(({ at, kind, mark, name, type }, index) => {
    return { index, at, word: [kind === 'note' ? 1 : 0, name, type, mark, guids[index] ?? ''].join('\n') };
  });
  keys.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x || byText(a.word, b.word));
  const position = new Map(keys.map(({ index }, place) => [index, place]));
  const joined = links.map((link) => ({
    ...link,
    source: position.get(link.source) ?? 0,
    receiver: position.get(link.receiver) ?? 0,
  }));
  joined.sort(
    (a, b) =>
      a.source - b.source ||
      a.receiver - b.receiver ||
      Number(a.secondary) - Number(b.secondary) ||
      byText(a.mark, b.mark),
  );
  return { ...rest, nodes: keys.flatMap(({ index }) => nodes[index] ?? []), links: joined };
}
