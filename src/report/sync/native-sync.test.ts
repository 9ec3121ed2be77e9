import { describe, expect, it } from 'vitest';
import { outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import { nativeReport } from '../../../test/support/native-outcomes.ts';
import { plain } from '../../diagnostics/paint.ts';
import { syncAsMarkdown } from './sync-markdown.ts';
import { syncAsText } from './sync-text.ts';

describe('a sync of destinations that the vendor serves', () => {
  it('says in text what failed there, what waits for which flag, and what nobody confirmed', () => {
    expect(syncAsText(nativeReport, { paint: plain, verbose: false }).split('\n')).toEqual([
      '! again / triage: takeover: the team holds "triage", which the vendor carried before; whether it updates them or makes a second copy is its decision',
      '    hint: run sync --takeover again, or set "engine: push"',
      "! down / triage: the vendor's sync failed: </details>**bold** @team [x](https://evil.example) : :error::x",
      '    hint: repair what the vendor names, then run again; a new key is sent with: storysync rotate',
      "! silent / triage: the vendor's sync failed",
      '    hint: repair what the vendor names, then run again; a new key is sent with: storysync rotate',
      '',
      '. ahead / triage: story 301 is not live at the origin as git has it, and the vendor would carry what is live',
      '    hint: export it, or publish at the origin what git has',
      ". back / triage: takeover: the vendor's sync destination 60 keeps this team; its 2 stories there stay and are pushed from then on",
      '    hint: run sync --takeover back to delete it there and to push from then on, or set "engine: native"',
      '. moves / triage: replace: the vendor cannot move its sync destination from https://old.example, team 9; its story there stays and is updated no more',
      '    hint: run sync --replace moves to delete it there and to make it anew',
      '. slow / triage: the vendor had not finished after 120 seconds',
      '    hint: run again later; --poll-timeout waits longer',
      '. unsure / triage: unconfirmed: the vendor did not confirm it',
      '    hint: run again later, or give the key of the destination, so that the copy is read there',
      '',
      'warning calm / triage: "Old": unsubscribed; what becomes of the copies there is the vendor\'s decision',
      '',
      '= calm: 1 story synced',
      '',
      'Status: 1 synced, 3 failed, 5 pending (9 destinations)',
      '',
    ]);
  });

  it('says the same in Markdown, with nothing of the vendor’s words as markup', () => {
    expect(syncAsMarkdown(nativeReport).split('\n')).toEqual([
      '### Status: 1 synced, 3 failed, 5 pending (9 destinations)',
      '',
      'At commit `8c1d7e0f5a9b`',
      '',
      '#### Failed',
      '',
      '- `again` / `triage`: takeover: the team holds "triage", which the vendor carried before; whether it updates them or makes a second copy is its decision',
      '  - **hint:** run sync --takeover again, or set "engine: push"',
      "- `down` / `triage`: the vendor's sync failed: &lt;/details&gt;\\*\\*bold\\*\\* @​team \\[x\\](https\\://evil.example) ::​error::x",
      '  - **hint:** repair what the vendor names, then run again; a new key is sent with: storysync rotate',
      "- `silent` / `triage`: the vendor's sync failed",
      '  - **hint:** repair what the vendor names, then run again; a new key is sent with: storysync rotate',
      '',
      '#### Pending',
      '',
      '- `ahead` / `triage`: story 301 is not live at the origin as git has it, and the vendor would carry what is live',
      '  - **hint:** export it, or publish at the origin what git has',
      "- `back` / `triage`: takeover: the vendor's sync destination 60 keeps this team; its 2 stories there stay and are pushed from then on",
      '  - **hint:** run sync --takeover back to delete it there and to push from then on, or set "engine: native"',
      '- `moves` / `triage`: replace: the vendor cannot move its sync destination from https\\://old.example, team 9; its story there stays and is updated no more',
      '  - **hint:** run sync --replace moves to delete it there and to make it anew',
      '- `slow` / `triage`: the vendor had not finished after 120 seconds',
      '  - **hint:** run again later; --poll-timeout waits longer',
      '- `unsure` / `triage`: unconfirmed: the vendor did not confirm it',
      '  - **hint:** run again later, or give the key of the destination, so that the copy is read there',
      '',
      '#### Warnings',
      '',
      '- `calm` / `triage`: "Old": unsubscribed; what becomes of the copies there is the vendor\'s decision',
      '',
      '#### Synced',
      '',
      '- `calm`: 1 story synced',
      '',
    ]);
  });

  it('says once of many what waits for a flag, and names each of a few', () => {
    const waiting = (amount: number) =>
      Array.from({ length: amount }, (_, index) => {
        const name = `d-${index}`;
        const fact = { kind: 'kept_by_vendor', destination: name, vendorId: 60 + index, copies: 2 } as const;
        return { ...outcome(name, 'triage'), status: 'requires_sync', reason: 'awaiting_approval', fact } as const;
      });
    const shown = (amount: number) =>
      syncAsText(reportOf(waiting(amount)), { paint: plain, verbose: false }).split('\n');
    expect(shown(300)).toEqual([
      ". d-0, d-1 and 298 more / triage: takeover: the vendor's sync destinations keep these teams; their stories stay and are pushed from then on",
      '    hint: run sync --takeover NAME to delete them there and to push from then on, or set "engine: native"',
      '',
      'Status: 0 synced, 0 failed, 300 pending (300 destinations)',
      '',
    ]);
    expect(shown(3).filter((line) => line.includes('--takeover d-'))).toHaveLength(3);
  });
});
