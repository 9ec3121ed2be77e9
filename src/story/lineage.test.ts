import { describe, expect, it } from 'vitest';
import { exampleStory, guidOf } from '../../test/support/example-story.ts';
import { isLineageStamp, lineageStamp } from './lineage.ts';

const ORIGIN = 'https://acme.tines.com';

describe('lineageStamp', () => {
  it('is the one of the export when it ends in the guid of the story', () => {
    expect(lineageStamp(exampleStory(), ORIGIN)).toBe(`cloud:${'d'.repeat(32)}:${guidOf(999)}`);
  });

  it.each([
    ['inherited', `cloud:${'d'.repeat(32)}:${'e'.repeat(32)}`],
    ['absent', null],
    ['not of the form', `self:${guidOf(999)}`],
    ['only ending like it', `x cloud:${'d'.repeat(32)}:${guidOf(999)}`],
  ])('is derived when the one of the export is %s', (_, origin_story_identifier) => {
    const story = { ...exampleStory(), origin_story_identifier };
    const stamp = lineageStamp(story, ORIGIN);
    expect(isLineageStamp(stamp)).toBe(true);
    expect(stamp).not.toBe(origin_story_identifier);
    expect(lineageStamp({ ...story, name: 'Renamed' }, ORIGIN)).toBe(stamp);
    expect(lineageStamp({ ...story, guid: guidOf(1) }, ORIGIN)).not.toBe(stamp);
    expect(lineageStamp(story, 'https://other.tines.com')).not.toBe(stamp);
    expect(isLineageStamp(lineageStamp(story, undefined))).toBe(true);
  });
});
