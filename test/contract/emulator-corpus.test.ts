import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord, type JsonRecord, parseText } from '../../src/emulator/domain/json.ts';
import { ALL_EXPORTS } from '../support/exports.ts';
import { importing, rig, world } from './emulator-rig.ts';

function read(file: string, path: string): JsonRecord {
  const content = parseText(readFileSync(path, 'utf8'));
  if (!isRecord(content)) throw new Error(`${file} holds no object`);
  return content;
}

describe('exports of every generation', () => {
  it.each(['current', 'newer'] as const)(
    'can be imported, exported by a %s release and imported again',
    async (release) => {
      await using emulator = await rig({ ...world({}), switches: { release, import_action_guids: 'keep' } });
      const acme = emulator.tenant('acme');
      for (const [file, path] of ALL_EXPORTS) {
        const data = read(file, path);
        const story = await acme('POST', '/stories/import', importing(data));
        expect([file, story.status]).toEqual([file, 200]);
        const exported = await acme('GET', `/stories/${story.id}/export`);
        expect([file, exported.each('agents', 'name')]).toEqual([file, namesOf(data)]);
        const again = parseText(exported.text);
        if (!isRecord(again)) throw new Error(`${file} came back as no object`);
        expect((await acme('POST', '/stories/import', importing(again, { mode: 'versionReplace' }))).status).toBe(200);
      }
    },
  );
});

function namesOf(data: JsonRecord): unknown[] {
  return Array.isArray(data.agents) ? data.agents.map((action) => (isRecord(action) ? action.name : undefined)) : [];
}
