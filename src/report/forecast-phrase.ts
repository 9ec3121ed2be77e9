import type { Forecast } from '../model/tenant/forecast.ts';
import { name, type Phrase, say } from './phrase.ts';
import { count } from './reason-words.ts';

/** `at most 240 calls and 3 minutes to push, most of them at https://contoso.tines.com (24)`. */
export function costPhrase({ calls, minutes, tenants, busiest, uncounted }: Forecast): Phrase {
  const most = tenants > 1 ? say`, most of them at ${name(busiest.tenantUrl)} (${String(busiest.calls)})` : [];
  const others =
    uncounted > 0 ? [`; ${count(uncounted, 'destination was', 'destinations were')} not asked and not counted`] : [];
  return say`Forecast: at most ${count(calls, 'call')} and ${count(minutes, 'minute')} to push${most}${others}`;
}

/** What a run does whose time may not hold all of it. `left` is in milliseconds. */
export function shortTimePhrase(left: number): Phrase {
  const minutes = Math.floor(left / 60_000);
  const time = minutes < 1 ? 'less than a minute' : count(minutes, 'minute');
  return [
    `The time budget leaves ${time}: who is behind for longest goes first, and what does not fit is reported as not reached`,
  ];
}
