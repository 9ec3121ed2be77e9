import { shortId } from '../../model/text/short-id.ts';
import { joined, name, type Phrase, say } from '../phrase.ts';

/** A file of a change set, as the commands hand it over. */
type Changed = {
  readonly path: string;
  readonly change: 'add' | 'update' | 'remove' | 'rename';
  readonly from?: string;
};

/** More than a line can hold. */
const SHOWN = 5;
const WORDS = { add: 'added', update: 'changed', remove: 'removed' } as const;

/** `Since commit 3fa9b2c41d22: sync.yaml changed, stories/ioc.json added`. */
export function touchedFilesPhrase({
  base,
  files,
}: {
  readonly base: string;
  readonly files: readonly Changed[];
}): Phrase {
  const told = files.slice(0, SHOWN).map(describe);
  const more = files.length > SHOWN ? [[`${files.length - SHOWN} more`]] : [];
  const since = say`Since commit ${name(shortId(base))}`;
  if (files.length === 0) return say`${since}, neither the manifest nor a story changed.`;
  return say`${since}: ${joined([...told, ...more], ', ')}`;
}

function describe({ path, change, from }: Changed): Phrase {
  if (change === 'rename') return say`${name(from ?? '')} renamed to ${name(path)}`;
  return say`${name(path)} ${WORDS[change]}`;
}
