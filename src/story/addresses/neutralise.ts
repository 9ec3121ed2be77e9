import type { JsonObject } from '../../json/value.ts';
import { DESTINATION_OWNED, type Story } from '../../model/story.ts';
import { mapActions, optionsOf } from '../actions.ts';
import { mapFreeTexts } from '../free-texts.ts';
import { AddressFinder, type AddressOwner } from './address-finder.ts';
import { mapSubStories, ownAddress } from './ingress-options.ts';
import { quotedPlaceholder } from './placeholder.ts';

/** The story without the values that belong to its tenant: what `export` writes (spec section 3). */
export function neutralise(story: Story): Story {
  return neutralised(story).story;
}

/** The same, and whether some text of it quoted such a value. */
export function neutralised(story: Story): { readonly story: Story; readonly quotes: boolean } {
  const finder = new AddressFinder(story);
  const bare = withoutAddresses(story);
  if (finder.isEmpty) return { story: bare as Story, quotes: false };
  const own = (owner: AddressOwner): boolean => !owner.embedded;
  // A sub-story's address is known nowhere but in the sub-story itself.
  const neutral = mapFreeTexts(
    bare,
    (text) => withoutQuotes(text, finder, own),
    (text) => withoutQuotes(text, finder, () => true),
  );
  return { story: neutral as Story, quotes: neutral !== bare };
}

// Embedded sub-stories are not checked in shape, so this works on plain objects. It changes values only, never the shape.
function withoutAddresses(story: JsonObject): JsonObject {
  const recipients = 'recipients' in story ? { recipients: [] } : {};
  return mapSubStories({ ...mapActions(story, withoutAddress), ...recipients }, withoutAddresses);
}

function withoutAddress(action: JsonObject): JsonObject {
  const owned = ownAddress(action);
  if (owned.length === 0) return action;
  return {
    ...action,
    options: { ...optionsOf(action), ...Object.fromEntries(owned.map(([key]) => [key, DESTINATION_OWNED])) },
  };
}

function withoutQuotes(text: string, finder: AddressFinder, mayName: (owner: AddressOwner) => boolean): string {
  let written = '';
  let done = 0;
  for (const { start, end, owner, doubtful } of finder.find(text)) {
    if (doubtful || !mayName(owner)) continue;
    written += text.slice(done, start) + quotedPlaceholder(owner.option, owner.action);
    done = end;
  }
  return done === 0 ? text : written + text.slice(done);
}
