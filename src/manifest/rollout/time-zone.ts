import { didYouMean } from '../../diagnostics/suggestion.ts';
import { TIME_ZONE } from '../shape/schema-parts.ts';

const FORM = new RegExp(TIME_ZONE);

/** Whether the tables of this Node have rules for a zone; Node brings the whole of ICU. */
export function isTimeZone(name: string): boolean {
  if (!FORM.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `Dublin` is `Europe/Dublin`. */
export function meantZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${name.toLowerCase().replaceAll(' ', '_')}`));
  return city === undefined ? didYouMean(name, zones) : `did you mean "${city}"?`;
}
