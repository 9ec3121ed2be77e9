import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRefusal } from './refusal.ts';

describe('readRefusal', () => {
  it.each([
    ['{"errors":[{"message":"Name","details":"can\'t be blank"}]}', 'name "can\'t be blank"'],
    ['[{"message":"Team","details":"must exist"}]', 'team "must exist"'],
    ['{"errors":{"name":["has already been taken"]}}', 'name "has already been taken"'],
    ['{"errors":{"record_type":{"fixed_values":["is invalid"]}}}', 'fixed_values "is invalid"'],
    ['{"errors":["Tag must exist"]}', 'tag "must exist"'],
    ['{"error":"Story is locked"}', 'story "is locked"'],
    ['{"message":"origin_story_identifier is invalid"}', 'origin_story_identifier "is invalid"'],
    ['{"detail":"Folder not found"}', 'folder "not found"'],
    ['The story is under change control', 'story "change control"'],
    ['<html><h1>Not Found</h1></html>', '"not found"'],
    ['"Agent options is invalid"', 'options "is invalid"'],
    ['{"errors":["Name is too long","Team must exist"]}', 'name "is too long", team "must exist"'],
  ])('reads %s', (body, expected) => {
    expect(readRefusal(body).join(', ')).toBe(expected);
  });

  it.each([[''], ['null'], ['{}'], ['42'], ['{"errors":['], ['Something went wrong']])('says nothing of %j', (body) => {
    expect(readRefusal(body)).toEqual([]);
  });

  it('reads what stands five lists or objects deep, and nothing below', () => {
    const nested = (depth: number) => [
      readRefusal(`${'['.repeat(depth)}"Tag must exist"${']'.repeat(depth)}`),
      readRefusal(`${'{"a":'.repeat(depth)}["Tag must exist"]${'}'.repeat(depth)}`),
    ];
    expect(nested(4).flat()).toEqual(['tag "must exist"', 'tag "must exist"']);
    expect(nested(6).flat()).toEqual([]);
  });

  it('says each thing once, and no more than three', () => {
    const errors = ['name', 'name', 'team', 'tag', 'folder'].map((field) => `${field} must exist`);
    expect(readRefusal(JSON.stringify({ errors }))).toEqual([
      'name "must exist"',
      'team "must exist"',
      'tag "must exist"',
    ]);
  });

  it('never lets a word of the tenant through', () => {
    const vocabulary =
      /^(?:(?:(?:origin_story_identifier|schema_version|fixed_values|result_type|record type|record field|new_name|credential|resource|folder|team|tag|guid|options|link|agent|mode|name|story) )?"[a-z' ]+"(?:, )?)*$/;
    const canary = fc.string({ minLength: 8 }).map((noise) => `CANARY${noise}CANARY`);
    const phrase = fc.constantFrom("can't be blank", 'must exist', 'is invalid', 'not found', 'is locked', '');
    const field = fc.constantFrom('name', 'team', 'credential', 'options', 'x');
    fc.assert(
      fc.property(canary, phrase, field, fc.nat(5), (secret, said, about, shape) => {
        const text = `${about} ${secret} ${said} ${secret}`;
        const bodies = [
          text,
          `<p>${text}</p>`,
          JSON.stringify({ error: text }),
          JSON.stringify({ errors: { [about]: [`${secret} ${said}`], [secret]: [said] } }),
          JSON.stringify([{ message: about, details: text }]),
          JSON.stringify({ errors: [text, { [secret]: text }] }),
        ];
        const result = readRefusal(bodies[shape] ?? '').join(', ');
        expect(result).not.toContain('CANARY');
        expect(result).toMatch(vocabulary);
      }),
    );
  });

  it('is not slowed down by a hostile body', () => {
    const deep = '['.repeat(30_000);
    expect(readRefusal(deep + ']'.repeat(30_000))).toEqual([]);
    expect(readRefusal('name '.repeat(200_000))).toEqual([]);
  });
});
