import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Manifest } from '../../model/destination.ts';
import { openManifest } from '../open.ts';
import { manifestSchema } from './schema.ts';

function open(text: string) {
  return openManifest({ file: 'sync.yaml', bytes: new TextEncoder().encode(text) }, { today: '2026-11-22' });
}

const name = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,12}$/);
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const text = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((value) => !/[\p{Cc}\ufeff]/u.test(value));

const options = fc.record(
  {
    manual_sync_only: fc.boolean(),
    labels: fc.dictionary(name, text, { maxKeys: 3 }),
    folder_id: id,
    webhook_urls: fc.constantFrom('keep', 'export'),
    change_control: fc.constant('fail'),
    on_drift: fc.constantFrom('overwrite', 'keep', 'fail'),
    prerequisites: fc.constantFrom('fail', 'warn'),
    hold: fc.record(
      { reason: fc.constantFrom('audit', 'a: b'), owner: fc.constant('@soc'), until: fc.constant('2027-01-31') },
      { requiredKeys: ['reason'] },
    ),
    pin: fc.record(
      {
        commit: fc.constantFrom('4f2e91c', '1234567', '12e4567', '0000000'),
        reason: fc.constant('incident'),
        until: fc.constant('2027-01-31'),
      },
      { requiredKeys: ['commit', 'reason'] },
    ),
  },
  { requiredKeys: [] },
);

/** Whatever labels there are: the last ring takes everybody else. */
const rollouts = fc
  .record({
    rings: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    match: fc.dictionary(name, text, { minKeys: 1, maxKeys: 2 }),
    soak: fc.constantFrom('0s', '90s', '4h', '365d'),
    batch: fc.constantFrom<unknown>(1, 12, '1%', '100%'),
    failed: fc.constantFrom<unknown>(0, 3, '0%', '2%'),
    when: fc.constantFrom(
      'Mon-Thu 07:00-16:00',
      'Sat,Sun',
      '07:00-24:00',
      'Fri-Mon',
      '2026-12-18/2027-01-04',
      '2026-12-24',
    ),
  })
  .map(({ rings, match, soak, batch, failed, when }) => ({
    rings: rings.map((ring, index) => ({
      name: ring,
      batch,
      ...(index === 0 ? {} : { soak }),
      ...(index === rings.length - 1 ? {} : { match }),
    })),
    max_failed: Object.fromEntries(rings.map((ring) => [ring, failed])),
    windows: [
      { allow: when, tz: 'Europe/Dublin', rings: rings.slice(0, 1) },
      { deny: when, reason: 'x' },
    ],
  }));

/** A valid manifest as data. Team ids are counted so that no two destinations are the same team. */
const manifests = fc.uniqueArray(name, { minLength: 1, maxLength: 5 }).chain((stories) => {
  const some = fc.subarray(stories);
  const destination = some.chain((subscribed) =>
    fc.record({
      stories: fc.constant(subscribed),
      options,
      detached: fc
        .subarray(subscribed)
        .map((keys) => Object.fromEntries(keys.map((key) => [key, { reason: 'x', until: '2027-01-31' }]))),
      adopt: fc.subarray(subscribed),
    }),
  );
  return fc.record({
    stories: fc.constant(Object.fromEntries(stories.map((key, index) => [key, { id: index + 1 }]))),
    groups: fc.dictionary(name, some, { maxKeys: 2 }),
    defaults: options,
    rollout: rollouts,
    destinations: fc.dictionary(name, destination, { maxKeys: 4 }).map((all) =>
      Object.fromEntries(
        Object.entries(all).map(([key, { options: own, ...rest }], index) => [
          key,
          {
            destination_tenant_url: `https://${index % 2 === 0 ? 'contoso' : 'ACME'}.tines.com/`,
            ...(index % 2 === 0 ? { destination_tenant_api_key: '${CONTOSO_KEY}' } : {}),
            destination_team_id: index + 10,
            ...rest,
            ...own,
          },
        ]),
      ),
    ),
    origin: fc.constant({ tenant_url: 'https://acme.tines.com', team_id: 7, api_key: '${ACME_KEY}' }),
    version: fc.constant(1),
  });
});

/** The manifest without places, and with its entries in a fixed order. */
function content(manifest: Manifest | undefined): unknown {
  if (manifest === undefined) return undefined;
  const { place: _, ...rest } = { ...manifest, place: undefined };
  return {
    ...rest,
    rollout: { ...manifest.rollout, rings: manifest.rollout?.rings.map(({ place: _place, ...ring }) => ring) },
    stories: Object.fromEntries([...manifest.stories].map(([key, { place: _place, ...story }]) => [key, story])),
    destinations: Object.fromEntries(
      manifest.destinations.map(({ place: _place, subscriptions, ...one }) => [
        one.name,
        { ...one, subscriptions: subscriptions.map(({ place: _inner, ...subscription }) => subscription) },
      ]),
    ),
  };
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('any valid manifest', () => {
  it('opens, in every form of YAML and in any order of keys, to the same thing', () => {
    fc.assert(
      fc.property(manifests, (data) => {
        const { manifest, problems } = open(JSON.stringify(data));
        expect(problems.filter(({ code }) => code !== 'MAN060')).toEqual([]);
        const forms = [
          stringify(data),
          stringify(data, { defaultStringType: 'QUOTE_SINGLE', indent: 4 }),
          stringify(reversed(data)),
        ];
        for (const form of forms) expect(content(open(form).manifest)).toEqual(content(manifest));
      }),
      { numRuns: 50 },
    );
  });
});

describe('whatever the schema refuses', () => {
  it('the opener refuses too', () => {
    const check = new Ajv({ allowUnionTypes: true }).compile(manifestSchema);
    const odd: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom<unknown>(null, true, 0, 1, -3, 1.5, '', 'x', '@x', '${X}', '${x}', [], {}, [1], ['a', 'a'], {
        a: null,
      }),
      fc.constantFrom(
        'HTTPS://x.example',
        'https://a@b',
        'https://x.example/a@b',
        '2027-13-01',
        'A',
        '/x.json',
        'x\n.json',
        '.json',
      ),
    );
    const everywhere = ['version', 'origin', 'stories', 'groups', 'defaults', 'destinations', 'rollout', 'other'];
    const inRollout = [
      'rings',
      'max_failed',
      'windows',
      'name',
      'match',
      'soak',
      'batch',
      'allow',
      'deny',
      'tz',
      'broad',
    ];
    const inside = [...Object.keys(manifestSchema.properties.destinations.additionalProperties.properties), 'other'];
    const step = fc.tuple(
      fc.constantFrom('', 'd', 'defaults', 'origin', 's', 'rollout', 'ring', 'window', 'failed', 'pin'),
      fc.constantFrom(...everywhere, ...inside, ...inRollout, 'file', 'id', 'tenant_url', 'commit', 'reason'),
      odd,
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
        const d: Record<string, unknown> = {
          destination_tenant_url: 'https://d.example',
          destination_tenant_api_key: '${D}',
          destination_team_id: 1,
          stories: ['s'],
          pin: { commit: '4f2e91c', reason: 'x' },
        };
        const ring = { name: 'broad' };
        const window = { allow: 'Fri' };
        const failed = { broad: 1 };
        const rollout = { rings: [ring], max_failed: failed, windows: [window] };
        const homes: Record<string, Record<string, unknown>> = {
          d,
          s: { id: 1 },
          defaults: {},
          pin: d.pin as Record<string, unknown>,
          rollout,
          ring,
          window,
          failed,
          origin: { tenant_url: 'https://o.example', team_id: 2, api_key: '${O}' },
        };
        const root: Record<string, unknown> = {
          version: 1,
          origin: homes.origin,
          stories: { s: homes.s },
          defaults: homes.defaults,
          destinations: { d },
          rollout,
        };
        for (const [home, key, value] of steps) (homes[home] ?? root)[key] = value;
        const yaml = stringify(root, { aliasDuplicateObjects: false });
        if (check(parse(yaml))) return;
        refused++;
        expect(open(yaml).manifest, yaml).toBeUndefined();
      }),
      { numRuns: 1200 },
    );
    expect(refused).toBeGreaterThan(200);
  });
});
