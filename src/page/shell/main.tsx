import { render } from 'preact';
import { unpackFleet } from '../packed/fleet-columns.ts';
import { OpenedPast } from '../packed/past-columns.ts';
import { App } from './app.tsx';
import { textOfBlock } from './unpacked.ts';

async function start(): Promise<void> {
  const root = document.getElementById('page');
  if (root === null) return;
  const fleet = unpackFleet(await textOfBlock('fleet'));
  // First what is seen first.
  const past = new Promise((resolve) => setTimeout(resolve)).then(
    async () => new OpenedPast(await textOfBlock('past')),
  );
  // What stands there is for readers without script.
  root.replaceChildren();
  render(<App fleet={fleet} past={past} />, root);
  performance.mark('storysync-shown');
}

/** The static part stays: it says the most important things. */
function sayWhy(cause: unknown): void {
  const note = document.createElement('p');
  note.className = 'trouble';
  note.setAttribute('role', 'alert');
  const why =
    typeof DecompressionStream === 'undefined'
      ? 'This browser is too old to unpack the data of this page; open it with a newer one.'
      : `The data of this page cannot be read (${cause instanceof Error ? cause.message : 'it is damaged'}); make the page again.`;
  note.textContent = `${why} What follows are totals and exceptions.`;
  document.getElementById('page')?.prepend(note);
}

// The data stands behind the script, so that the page is seen before it has come.
document.addEventListener('DOMContentLoaded', () => {
  start().catch(sayWhy);
});
