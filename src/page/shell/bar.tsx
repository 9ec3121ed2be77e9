import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { span } from '../../report/age.ts';
import { FILTER_KEYS } from '../filter/filter-keys.ts';
import type { PageView } from '../view/address.ts';
import { ageWords } from '../view/age-words.ts';
import { foundWords } from '../view/found-words.ts';
import { useLink, usePage } from './page-context.ts';

const TABS: readonly { readonly view: PageView; readonly title: string }[] = [
  { view: 'overview', title: 'Overview' },
  { view: 'findings', title: 'Findings' },
  { view: 'list', title: 'Pairs' },
  { view: 'grid', title: 'Grid' },
];

export function Bar() {
  const { place } = usePage();
  const link = useLink();
  return (
    <header class="bar">
      <div class="bar-row">
        <a class="brand" href={link({ view: 'overview' })}>
          storysync
        </a>
        <nav aria-label="Views">
          {TABS.map(({ view, title }) => (
            <a key={view} href={link({ view })} aria-current={place.view === view ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <Age />
      </div>
      <Filter />
    </header>
  );
}

/** A page is kept and read again later: whoever does sees how old it is. */
function Age() {
  const { fleet } = usePage();
  const now = new Date().toISOString();
  const days = (Date.parse(now) - Date.parse(fleet.at)) / 86_400_000;
  return (
    <p class="age" title={ageWords(fleet)}>
      {days >= 1 ? <strong class="old">{span(fleet.at, now)} old</strong> : `made ${span(fleet.at, now)} ago`}
      {fleet.live ? ', from the tenants' : ', as recorded'}
      {fleet.unsigned ? ', unverified' : ''}
    </p>
  );
}

function Filter() {
  const { place, found, fleet, change } = usePage();
  const input = useFilterKey();
  const [helps, setHelps] = useState(false);
  const help = useId();
  const problems = useId();
  return (
    <search class="filter">
      <div class="filter-row">
        <label for="filter">Filter</label>
        <input
          id="filter"
          ref={input}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder="status:failed label.region=eu story:phishing* !is:held"
          value={place.filter}
          aria-describedby={problems}
          aria-invalid={found.problems.length > 0}
          onInput={({ currentTarget }) => change({ filter: currentTarget.value })}
          onKeyDown={({ key }) => key === 'Escape' && change({ filter: '' })}
        />
        {place.filter === '' ? null : (
          <button type="button" onClick={() => change({ filter: '' })}>
            Clear
          </button>
        )}
        <button type="button" aria-expanded={helps} aria-controls={help} onClick={() => setHelps(!helps)}>
          Help
        </button>
      </div>
      <p class="found" role="status">
        {foundWords(fleet, found, place.filter)}
      </p>
      <div class="problems" id={problems} role="status">
        {found.problems.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      <div id={help} class="help" hidden={!helps}>
        <FilterHelp />
      </div>
    </search>
  );
}

function FilterHelp() {
  return (
    <>
      <p>
        All words must fit. <code>!</code> turns one around, a comma means "or", <code>*</code> stands for any text, and
        quotes keep blanks: <code>status:failed,pending !is:held story:"Phishing triage"</code>. A word alone is looked
        for in names, hosts, labels and messages. <kbd>/</kbd> comes here, <kbd>Esc</kbd> clears.
      </p>
      <dl>
        {FILTER_KEYS.map(({ name, about }) => (
          <div key={name}>
            <dt>
              <code>{name}:</code>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
        <div>
          <dt>
            <code>label.NAME=</code>
          </dt>
          <dd>a label of the destination</dd>
        </div>
      </dl>
    </>
  );
}

/** A slash, wherever nothing is being typed, leads into the filter. */
function useFilterKey() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return input;
}
