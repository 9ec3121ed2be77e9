import { count } from '../../report/reason-words.ts';
import { countQualities } from '../filter/qualities.ts';
import { isUnknown, UNKNOWN_WORDS } from '../view/age-words.ts';
import { DEBT_KINDS, debtsOf } from '../view/debts.ts';
import { findingsOf } from '../view/findings.ts';
import { MARKS, tallyPairs } from '../view/tallies.ts';
import { Debts } from './debts.tsx';
import { FindingItem } from './findings-view.tsx';
import { LastChangesPart } from './last-changes-part.tsx';
import { useLink, usePage } from './page-context.ts';
import { NothingFound, Share, Sign } from './parts.tsx';
import { Rings } from './rings.tsx';

/** Findings that the overview tells. */
const WORST = 5;

export function Overview() {
  const { fleet, found } = usePage();
  const link = useLink();
  const findings = findingsOf(fleet, found.pairs);
  const debts = DEBT_KINDS.map((kind) => ({ kind, debts: debtsOf(fleet, found.pairs, kind) }));
  const failing = findings.filter(({ standing }) => standing.status === 'failed');
  if (found.pairs.length === 0) {
    return (
      <>
        <h1>The fleet</h1>
        <NothingFound />
      </>
    );
  }
  return (
    <>
      <h1>The fleet</h1>
      <Totals />
      {isUnknown(fleet) ? <p class="fine">{UNKNOWN_WORDS}</p> : null}
      <div class="columns">
        <div>
          <section aria-labelledby="failed">
            <h2 id="failed">Who failed, and why</h2>
            {failing.length === 0 ? <p class="fine">Nothing failed.</p> : null}
            <ul class="findings">
              {failing.slice(0, WORST).map((finding) => (
                <FindingItem key={finding.pairs[0]} finding={finding} />
              ))}
            </ul>
            {findings.length > Math.min(WORST, failing.length) ? (
              <p class="more">
                <a href={link({ view: 'findings' })}>
                  {findings.length === 1 ? 'What waits' : `All ${count(findings.length, 'finding')}, with what waits`}
                </a>
              </p>
            ) : null}
          </section>
          <LastChangesPart />
        </div>
        <div>
          <Rings progress={fleet.progress} />
          <section aria-labelledby="debts">
            <h2 id="debts">Oldest debts</h2>
            {debts.map((each) => (
              <Debts key={each.kind} kind={each.kind} debts={each.debts} />
            ))}
            {debts.every((each) => each.debts.length === 0) ? (
              <p class="fine">
                {isUnknown(fleet)
                  ? 'Nobody is detached, held or pinned; who is behind or edited is not recorded yet.'
                  : 'Nobody is behind, edited, detached, held or pinned.'}
              </p>
            ) : null}
          </section>
        </div>
      </div>
    </>
  );
}

/** Each number is a way to those that it counts. */
function Totals() {
  const { fleet, found, place } = usePage();
  const link = useLink();
  const tally = tallyPairs(fleet, found.pairs);
  const narrowed = (word: string) => link({ view: 'list', filter: `${place.filter} ${word}`.trim() });
  return (
    <section aria-label="Totals" class="totals">
      <ul class="figures">
        {MARKS.map((mark) => (
          <li key={mark}>
            <a href={narrowed(`status:${mark}`)}>
              <Sign mark={mark} /> <span class="figure">{tally[mark].toLocaleString('en')}</span>{' '}
              <span class="word">{mark}</span>
            </a>
          </li>
        ))}
      </ul>
      <Share tally={tally} />
      <ul class="chips" aria-label="Narrow down">
        {countQualities(fleet, found.pairs).map(({ quality, count: pairs }) => (
          <li key={quality}>
            <a href={narrowed(`is:${quality}`)}>
              {quality} <span class="number">{pairs.toLocaleString('en')}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
