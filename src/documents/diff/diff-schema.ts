import { CHANGE_CAUSES } from '../../model/plan.ts';
import {
  commitOrNull,
  exactly,
  flag,
  formatName,
  type Infer,
  key,
  listOf,
  oneOf,
  oneOfOrNull,
  schemaDocument,
  text,
  textOrNull,
} from '../schema-parts.ts';

const side = exactly('One of the two that are compared.', {
  kind: oneOf('What it is.', ['commit', 'work_tree', 'destination']),
  commit: commitOrNull('The commit; null for anything else.'),
  destination: textOrNull('Name of the destination in the manifest; null for anything else.'),
  file: textOrNull("The story's file there; in a commit as git names it. Null at a destination."),
  present: flag('Whether it has the story.'),
});

const change = exactly('One difference.', {
  path: text('Place inside the story, such as agents[Get report].options.url. Never a value of a tenant.'),
  op: oneOf('What happened at that place, or what a push would do there.', ['add', 'remove', 'update', 'move']),
  text: text('The difference in one line for people; values in it come from git.'),
  from: textOrNull(
    'The value before, as JSON cut to what differs; null where there is none, or where it is not shown.',
  ),
  to: textOrNull('The value after, in the same way.'),
  cause: oneOfOrNull(
    'Who made the difference, as in storysync.plan/1; null between two versions in git.',
    CHANGE_CAUSES,
  ),
});

/** `storysync.diff/1`, published as schemas/diff.schema.json. */
export const diffSchema = schemaDocument(
  'storysync.diff/1',
  'storysync diff',
  exactly('What changed in one story between two versions, or would change at a destination.', {
    format: formatName('storysync.diff/1'),
    manifest: text("The manifest's path as it was given."),
    story: exactly('The story.', {
      key: key('Its key in the manifest.'),
      name: text('Its name on the later side that has it.'),
    }),
    from: side,
    to: side,
    change: oneOf('What happened to the story as a whole.', ['added', 'removed', 'changed', 'unchanged']),
    changes: listOf('The differences. Empty when nothing that a sync pushes differs.', change),
  }),
);

export type WireDiff = Infer<typeof diffSchema>;
export type WireSide = Infer<typeof side>;
