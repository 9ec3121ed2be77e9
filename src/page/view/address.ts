import { FOLDS, type Fold } from './folds.ts';

/** A place in the page, as the part of its address behind `#`: what a link to it holds. */
export type PagePlace = {
  readonly view: PageView;
  /** Name of the destination or key of the story that is shown. */
  readonly of: string | null;
  readonly filter: string;
  readonly fold: Fold;
};

export const PAGE_VIEWS = ['overview', 'list', 'grid', 'findings', 'destination', 'story'] as const;
export type PageView = (typeof PAGE_VIEWS)[number];

export const START: PagePlace = { view: 'overview', of: null, filter: '', fold: 'destination' };

export function addressOf({ view, of, filter, fold }: PagePlace): string {
  const path = of === null ? view : `${view}/${encodeURIComponent(of)}`;
  const query = [
    ...(filter === '' ? [] : [`q=${encodeURIComponent(filter)}`]),
    ...(view !== 'list' || fold === 'destination' ? [] : [`by=${fold}`]),
  ];
  return `#/${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** Of whatever somebody typed or cut off, as much as can be understood. */
export function placeAt(hash: string): PagePlace {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', of] = path.split('/', 2);
  const values = new Map(
    query.split('&').flatMap((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [] : [[part.slice(0, at), decoded(part.slice(at + 1))] as const];
    }),
  );
  const view = PAGE_VIEWS.find((each) => each === name) ?? 'overview';
  const needsOne = view === 'destination' || view === 'story';
  return {
    view: needsOne && !of ? 'overview' : view,
    of: needsOne && of ? decoded(of) : null,
    filter: values.get('q') ?? '',
    fold: FOLDS.find((fold) => fold === values.get('by')) ?? 'destination',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
