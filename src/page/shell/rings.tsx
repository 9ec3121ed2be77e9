import type { RingProgress } from '../../model/rollout.ts';
import { momentAhead } from '../../report/age.ts';
import { inDocument } from '../../report/phrase.ts';
import { waitsForPhrase } from '../../report/rollout/wait-words.ts';
import { useLink, usePage } from './page-context.ts';

/** How far each change has come, story by story, ring by ring. */
export function Rings({
  progress,
  titled = true,
}: {
  readonly progress: readonly RingProgress[];
  readonly titled?: boolean;
}) {
  const { fleet } = usePage();
  const link = useLink();
  if (fleet.rings.length === 0) return null;
  const stories = [...Map.groupBy(progress, ({ story }) => story)];
  return (
    <section aria-labelledby="rings">
      <h2 id="rings">Rings</h2>
      {progress.length === 0 ? <p class="fine">Nothing moves: every ring has what git asks for.</p> : null}
      {stories.map(([story, rings]) => (
        <div class="rings" key={story}>
          {titled ? (
            <h3>
              <a class="name" href={link({ view: 'story', of: story })}>
                {story}
              </a>
            </h3>
          ) : null}
          <ol>
            {rings.map((ring) => (
              <RingItem key={ring.ring} ring={ring} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function RingItem({ ring }: { readonly ring: RingProgress }) {
  const { fleet } = usePage();
  const { there, total, failed, state, opensAt, waitsFor } = ring;
  const share = total === 0 ? 0 : (there / total) * 100;
  const waits = waitsFor === null || state === 'passed' || state === 'open' ? '' : inDocument(waitsForPhrase(waitsFor));
  const opens = opensAt === null || state === 'passed' ? '' : `opens ${momentAhead(opensAt, fleet.at)}`;
  return (
    <li class={`ring ${state}`}>
      <span class="ring-name">{ring.ring}</span>{' '}
      <span class="ring-words">
        <strong>{state}</strong>, {there} of {total} there{failed > 0 ? `, ${failed} failed` : ''}
        {[waits, opens]
          .filter((words) => words !== '')
          .map((words) => (
            <span key={words}>; {words}</span>
          ))}
      </span>
      <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="synced" x="0" y="0" width={share} height="4" />
        <rect class="failed" x={share} y="0" width={total === 0 ? 0 : (failed / total) * 100} height="4" />
      </svg>
    </li>
  );
}
