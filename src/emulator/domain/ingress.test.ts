import { describe, expect, it } from 'vitest';
import { keepIngress, randomizeIngress } from './ingress.ts';
import type { JsonRecord } from './json.ts';

const webhook = (name: string, path: string, guid: string): JsonRecord => ({
  type: 'Agents::WebhookAgent',
  name,
  guid,
  options: { path, secret: path },
});
const paths = (content: JsonRecord): unknown => JSON.stringify(content).match(/(?<="path":")[^"]*/g);

describe('keepIngress', () => {
  it('matches by guid first, then by name and ordinal', () => {
    const live = {
      agents: [webhook('Hook', 'one', 'g1'), webhook('Hook', 'two', 'g2'), webhook('Old', 'three', 'g3')],
    };
    const file = { agents: [webhook('Hook', 'a', 'x1'), webhook('Hook', 'b', 'x2'), webhook('New', 'c', 'g3')] };
    keepIngress(file, live);
    expect(paths(file)).toEqual(['one', 'two', 'three']);
  });

  it('leaves an action without a partner as it is', () => {
    const file = { agents: [webhook('New', 'mine', 'x')] };
    keepIngress(file, { agents: [] });
    expect(paths(file)).toEqual(['mine']);
  });
});

describe('randomizeIngress', () => {
  it('leaves the data path of an event transform alone', () => {
    const content = {
      agents: [{ type: 'Agents::EventTransformationAgent', name: 'T', guid: 'g', options: { path: '=a.b' } }],
    };
    randomizeIngress(content, 'all');
    expect(paths(content)).toEqual(['=a.b']);
  });

  it('replaces masked values only, when asked so', () => {
    const content = { agents: [webhook('A', 'kept', 'g1'), webhook('B', 'storysync:destination-owned', 'g2')] };
    randomizeIngress(content, 'masked');
    expect(paths(content)).toEqual(['kept', expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });
});
