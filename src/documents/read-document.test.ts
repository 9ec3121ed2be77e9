import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../json/value.ts';
import { documentReader } from './read-document.ts';
import {
  amount,
  exactly,
  flag,
  key,
  listOf,
  mapOf,
  oneOfOrNull,
  only,
  orNull,
  safePositive,
  text,
} from './schema-parts.ts';

const note = exactly('A note.', { text: text('What it says.') });
const schema = exactly(
  'A document.',
  {
    name: text('Its name.'),
    count: amount('How many.'),
    notes: listOf('Notes.', note),
    first: orNull(note),
    by_key: mapOf('By key.', note, key('A key.')),
    by_name: mapOf('By any name.', text('A text.')),
    word: oneOfOrNull('A word.', ['yes', 'no']),
  },
  { id: safePositive('Its id.'), sure: only('It is.', true), open: flag('Whether it is open.') },
);
const read = documentReader(schema, 'the document');
const whole = {
  name: 'a',
  count: 0,
  notes: [{ text: 'x' }],
  first: null,
  by_key: { triage: { text: 'y' } },
  by_name: {},
  word: null,
};

describe('a document read by its schema', () => {
  it('comes out as it is, with and without what is optional', () => {
    expect(read(whole)).toEqual({ ok: true, value: whole });
    const more = { ...whole, id: 1, sure: true, open: false, first: { text: '' }, word: 'no' };
    expect(read(more)).toEqual({ ok: true, value: more });
  });

  it('keeps names that JavaScript gives a meaning to', () => {
    const text = '{"__proto__":"a","constructor":"b","toString":"c"}';
    const result = read({ ...whole, by_name: JSON.parse(text) });
    expect(result.ok && JSON.stringify(result.value.by_name)).toBe(text);
  });

  it.each<[string, JsonValue, string]>([
    ['no object', [], 'the document is not an object'],
    ['a missing key', { ...whole, notes: [{}] }, 'notes[0] lacks the key "text"'],
    [
      'a key that reads like a sentence',
      { ...whole, by_name: { 'a] is fine; see [b': 1 } },
      'by_name["a] is fine; see [b"] is not a text',
    ],
    ['an unknown key', { ...whole, first: { text: '', more: 1 } }, 'first has the unknown key "more"'],
    ['an unknown key of a meaning', JSON.parse('{"text":"","__proto__":1}'), 'the document lacks the key "name"'],
    ['another type', { ...whole, notes: [{ text: 'x' }, { text: 7 }] }, 'notes[1].text is not a text'],
    ['neither of two types', { ...whole, first: 'x' }, 'first is not an object or null'],
    ['a fraction', { ...whole, count: 0.5 }, 'count is not a whole number'],
    ['a number too small', { ...whole, count: -1 }, 'count is less than 0'],
    ['a number that loses digits', { ...whole, id: 2 ** 60 }, 'id is more than 9007199254740991'],
    ['another word', { ...whole, word: 'maybe' }, 'word is not one of yes, no, null'],
    ['a no where only a yes stands', { ...whole, sure: false }, 'sure is not true'],
    [
      'a key of the wrong form',
      { ...whole, by_key: { '../up': note } },
      'by_key has the key "../up", which cannot be one',
    ],
    ['a fault below a key', { ...whole, by_key: { triage: {} } }, 'by_key[triage] lacks the key "text"'],
    [
      'a fault below a name of a meaning',
      { ...whole, by_name: { constructor: 1 } },
      'by_name[constructor] is not a text',
    ],
    ['a fault below a name with signs', { ...whole, by_name: { 'a/b~c.d': 1 } }, 'by_name[a/b~c.d] is not a text'],
  ])('is refused for %s, and the place is named', (_, value, message) => {
    expect(read(value)).toEqual({ ok: false, error: message });
  });

  it('is refused in few words, however long its keys are, and without its values', () => {
    const long = 'k'.repeat(1_000_000);
    const secret = 'sk-live-4f3a';
    for (const value of [
      { ...whole, [long]: secret },
      { ...whole, by_key: { [long]: { text: secret } } },
      { ...whole, by_name: { [long]: [secret] } },
      { ...whole, word: secret + long },
      { ...whole, name: [secret] },
    ]) {
      const result = read(value);
      expect(!result.ok && result.error.length).toBeLessThan(201);
      expect(JSON.stringify(result)).not.toContain(secret);
    }
  });

  it('is read or refused, whatever it is, and never throws', () => {
    const wrong = fc
      .constantFrom(...Object.keys(whole))
      .chain((name) => fc.jsonValue().map((value) => ({ ...whole, [name]: value })));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), wrong), (value) => {
        const json = JSON.parse(JSON.stringify(value));
        const result = read(json);
        if (result.ok) expect(result.value).toBe(json);
        else expect(result.error).toMatch(/^\S.* (is|has|lacks) /s);
      }),
    );
  });
});
