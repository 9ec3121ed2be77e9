import { shortId } from '../../model/text/short-id.ts';
import { ageWords } from '../view/age-words.ts';
import { namingWords } from '../view/naming-words.ts';
import { usePage } from './page-context.ts';

/** What has to be known to read the page right. */
export function Foot() {
  const { fleet, past } = usePage();
  return (
    <footer class="foot">
      <p class="legend">
        <span class="sign failed">!</span> failed <span class="sign pending">~</span> to be updated{' '}
        <span class="sign pending">+</span> not there yet <span class="sign waits">.</span> waits or is left alone{' '}
        <span class="sign synced">=</span> synced
      </p>
      <p>
        {ageWords(fleet)} {fleet.commit === null ? '' : `Commit ${shortId(fleet.commit)}.`} Ages count from then.
      </p>
      {fleet.naming === 'names' ? null : <p>{namingWords(fleet)}</p>}
      {fleet.leftOut.length === 0 ? null : (
        <p>
          To keep this file small it does not have: {fleet.leftOut.join(', ')}. The status file has all data, and git
          all stories.
        </p>
      )}
      {past?.cutShort ? <p>Of the history it has the newest; the state branch has more.</p> : null}
    </footer>
  );
}
