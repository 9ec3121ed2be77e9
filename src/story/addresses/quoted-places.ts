import { DESTINATION_OWNED, type Story } from '../../model/story.ts';
import { actionRef } from '../action-ref.ts';
import { visitTexts } from '../visit-texts.ts';
import { ingressOptions, ingressPoints } from './ingress-options.ts';
import { neutralise } from './neutralise.ts';
import { replacePlaceholders } from './placeholder.ts';

/** Places whose placeholder names no address of the story: no push could put anything in its place. */
export function danglingPlaceholders(story: Story): readonly string[] {
  const owned = new Set(
    ingressPoints(story).flatMap((point) =>
      ingressOptions(point.action).map((option) => `${option} ${actionRef(story, point)}`),
    ),
  );
  return placesWhere(story, (text) => {
    let dangling = false;
    replacePlaceholders(text, (option, action, placeholder) => {
      dangling ||= !owned.has(`${option} ${action}`);
      return placeholder;
    });
    return dangling;
  });
}

/** A URL with a host of its own, up to where the address of the story begins. */
const OWN_URL = new RegExp(`https?://[^\\s/"'<>{}]+/[^\\s"'<>{}]{0,200}?${DESTINATION_OWNED}:`, 'i');

/** Places where a story calls itself at a fixed host: at a destination it would call that tenant. */
export function fixedHosts(story: Story): readonly string[] {
  return placesWhere(neutralise(story), (text) => text.includes(DESTINATION_OWNED) && OWN_URL.test(text));
}

function placesWhere(story: Story, holds: (text: string) => boolean): readonly string[] {
  const places = new Set<string>();
  visitTexts(story, (text, path) => {
    if (holds(text)) places.add(path);
  });
  return [...places];
}
