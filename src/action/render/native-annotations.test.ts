import { expect, it } from 'vitest';
import { destination } from '../../../test/support/example-plans.ts';
import { nativePlan } from '../../../test/support/native-plans.ts';
import { nativeAnnotations } from './native-annotations.ts';

const names = ['eu-1', 'keyed', 'moves', 'never', 'lost'];
const manifest = {
  file: '../sync.yaml',
  stories: new Map(),
  destinations: names.map((name, index) =>
    destination(name, { place: { file: '../sync.yaml', line: 10 * index + 10, column: 3 } }),
  ),
};

it('stands at the line of the destination and says what becomes of it at the vendor, and of none where nothing does', () => {
  const marks = nativeAnnotations(nativePlan, manifest, (file) => file.replace('../', 'acme/'));
  const shown = marks.map(({ annotation: { path, startLine, level, title, message } }) =>
    [`${path}:${startLine} ${level} ${title}`, message].join('\n'),
  );
  expect(shown.filter((text) => names.some((name) => text.includes(` ${name}: `)))).toEqual([
    [
      'acme/sync.yaml:10 warning eu-1: update at the vendor',
      'update: manual sync only is set; key version 3 is sent; subscribe ioc-enrichment; unsubscribe old-mail, #977',
      'warning: "Old mail": unsubscribed; what becomes of the copies there is the vendor\'s decision',
      'warning: saving the sync destination may sync these at once: "Report"',
    ].join('\n'),
    'acme/sync.yaml:20 notice keyed: update at the vendor\nupdate: key version 2 is sent',
    [
      'acme/sync.yaml:50 warning lost: sync destination',
      'warning: no record says which key the vendor has, so key version 4 is not sent; to send it, raise the number',
    ].join('\n'),
    [
      'acme/sync.yaml:30 warning moves: replace waits for --replace',
      'replace: the vendor cannot move its sync destination from https://old.example, team 9; its 3 stories there stay and are updated no more',
      'hint: run sync --replace moves to delete it there and to make it anew',
    ].join('\n'),
    [
      'acme/sync.yaml:40 warning never: sync destination',
      'the team holds "triage" already, and nothing proves that the vendor carried it there: it might make a second copy',
      'hint: set "engine: push", or move these stories to another team first; only state under a state key proves what was carried',
    ].join('\n'),
  ]);
  expect(shown.some((text) => text.includes(' calm: ') || text.includes(' pushed: '))).toBe(false);
});
