import { isMap } from 'yaml';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { readDocument } from '../document.ts';
import { type ManifestSource, openManifest } from '../open.ts';
import { addStories } from './catalogue-edit.ts';
import { nextStep } from './detached-edit.ts';
import {
  type Holder,
  type Holding,
  type Holdings,
  readHoldings,
  sameDetachment,
  sameDetachments,
  samePin,
} from './detached-entries.ts';
import { intentOf } from './edit-intent.ts';
import { notEditable } from './edit-refusal.ts';
import type { Source, Step } from './edit-step.ts';
import { nextKeyVersionStep } from './key-version-edit.ts';
import type { ManifestEdit } from './manifest-edit.ts';
import { applySplices } from './map-text.ts';
import { fieldsOf, pinFieldsOf } from './note-edit.ts';
import { nextOptionStep } from './option-edit.ts';
import { sameManifest } from './same-manifest.ts';

export type { ManifestEdit } from './manifest-edit.ts';

/**
 * The text of the manifest after the edits; every byte outside of them stays. The result is opened again, and unless it
 * says exactly what was asked and nothing else, the edit is refused.
 */
export function editManifest(
  source: ManifestSource,
  edits: readonly ManifestEdit[],
  options: { readonly today: string },
): Result<string, readonly Problem[]> {
  const opened = openManifest(source, options);
  const before = opened.manifest;
  const read = readDocument(opened.text);
  if (before === undefined || read.root === undefined) return fail(opened.problems);
  const current = readHoldings({ node: read.root });
  const intent = intentOf(before, current, edits);
  if (!intent.ok) return intent;
  const { holdings, manifest, stories } = intent.value;
  const freed = !sameDetachments(current.defaults.detached, holdings.defaults.detached);
  const refusal = (): Result<never, readonly Problem[]> => fail(notEditable(before, holdings, edits, freed));

  const listed = stories.length === 0 ? opened.text : addStories(sourceOf(opened.text), stories);
  const text = listed === undefined ? undefined : bring(listed, holdings);
  if (text === undefined) return refusal();
  const after = openManifest({ file: source.file, bytes: new TextEncoder().encode(text) }, options).manifest;
  if (after === undefined || !sameManifest(after, manifest)) return refusal();
  return ok(hasByteOrderMark(source.bytes) ? `\ufeff${text}` : text);
}

/** What every holder in the file says itself; nothing where it cannot be read. */
export function holdingsIn({ bytes }: Pick<ManifestSource, 'bytes'>): Holdings {
  const { root } = readDocument(new TextDecoder().decode(bytes));
  return root === undefined ? NOTHING_SAID : readHoldings({ node: root });
}

const SAYS_NOTHING: Holding = { detached: new Map(), hold: undefined, pin: undefined, keyVersion: undefined };
const NOTHING_SAID: Holdings = {
  defaults: SAYS_NOTHING,
  destinations: new Map(),
};

/** Edits until every holder says what it should. One whose YAML is shared may move another: that one is then put right. */
function bring(start: string, wanted: Holdings): string | undefined {
  let text = start;
  // Each round finishes at least one entry of one holder, or else something keeps moving back.
  for (let left = roundsFor(wanted); left > 0; left--) {
    const source = sourceOf(text);
    if (source === undefined) return undefined;
    const apart = differing(source.holdings, wanted);
    if (apart.length === 0) return text;
    const steps = apart.map((each) => stepFor(source, each));
    const known = steps.filter((step) => step !== undefined);
    if (known.length < steps.length) return undefined;
    // What is shared is edited first: whoever shares it may then have nothing left to change.
    const shared = known.filter((step) => !step.apart);
    const edited = applySplices(
      text,
      (shared.length > 0 ? shared : known).flatMap(({ splices }) => splices),
    );
    if (edited === undefined || edited === text) return undefined;
    text = edited;
  }
  return undefined;
}

type Difference = { readonly holder: Holder; readonly is: Holding; readonly should: Holding };

function stepFor(source: Source, { holder, is, should }: Difference): Step | undefined {
  if (!sameDetachments(is.detached, should.detached)) return nextStep(source, holder, is.detached, should.detached);
  if (!sameDetachment(is.hold, should.hold)) {
    const fields = should.hold && fieldsOf(should.hold);
    return nextOptionStep(source, holder, is.hold !== undefined, { key: 'hold', fields });
  }
  if (is.keyVersion !== should.keyVersion) {
    return nextKeyVersionStep(source, holder, is.keyVersion !== undefined, should.keyVersion);
  }
  const fields = should.pin && pinFieldsOf(should.pin);
  return nextOptionStep(source, holder, is.pin !== undefined, { key: 'pin', fields });
}

function differing(is: Holdings, should: Holdings): readonly Difference[] {
  const all: readonly Difference[] = [
    { holder: { kind: 'defaults' }, is: is.defaults, should: should.defaults },
    ...[...should.destinations].map(([name, wanted]): Difference => {
      return { holder: { kind: 'destination', name }, is: is.destinations.get(name) ?? SAYS_NOTHING, should: wanted };
    }),
  ];
  return all.filter(({ is, should }) => {
    const same = sameDetachments(is.detached, should.detached) && sameDetachment(is.hold, should.hold);
    return !same || !samePin(is.pin, should.pin) || is.keyVersion !== should.keyVersion;
  });
}

function roundsFor({ defaults, destinations }: Holdings): number {
  const sizes = [defaults, ...destinations.values()].map(({ detached }) => detached.size);
  return 20 + 4 * Math.min(200, Math.max(...sizes) + destinations.size);
}

function sourceOf(text: string): (Source & { readonly holdings: Holdings }) | undefined {
  const read = readDocument(text);
  if (read.root === undefined || !isMap(read.document.contents)) return undefined;
  return { text, document: read.document, holdings: readHoldings({ node: read.root }) };
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
