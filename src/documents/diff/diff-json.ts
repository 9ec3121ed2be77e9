import type { DiffSide, StoryDiff } from '../../model/story-diff.ts';
import type { WireDiff, WireSide } from './diff-schema.ts';

/** `storysync.diff/1`, from `diff`. */
export function diffToJson({ manifest, key, name, from, to, change, changes }: StoryDiff): WireDiff {
  return {
    format: 'storysync.diff/1',
    manifest,
    story: { key, name },
    from: writeSide(from),
    to: writeSide(to),
    change,
    changes: changes.map((each) => {
      return { path: each.path, op: each.op, text: each.text, from: each.from, to: each.to, cause: each.cause };
    }),
  };
}

function writeSide(side: DiffSide): WireSide {
  return {
    kind: side.kind,
    commit: side.kind === 'commit' ? side.commit : null,
    destination: side.kind === 'destination' ? side.destination : null,
    file: side.kind === 'destination' ? null : side.file,
    present: side.present,
  };
}
