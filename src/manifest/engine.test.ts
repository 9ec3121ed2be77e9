import { describe, expect, it } from 'vitest';
import { brief, open, destination as withoutOrigin } from '../../test/support/example-manifest.ts';

/** One destination `d`, and an origin, which stands last so that the destination stays where it was. */
const destination = (extra: string, fields: { readonly url?: string } = {}): string =>
  `${withoutOrigin(extra, fields).replace('{ a: {}, b: {}, c: {} }', '{ a: { id: 1 }, b: { id: 2 }, c: { id: 3 } }')}${ORIGIN}`;
const ORIGIN = 'origin: { tenant_url: https://acme.tines.com, team_id: 7, api_key: "${ACME_KEY}" }\n';

const native = (more = '', defaults = ''): string =>
  `${defaults}${destination(`    stories: [a, b]\n    engine: native\n${more}`)}`;
const only = (text: string) => open(text).manifest?.destinations[0];

describe('the engine', () => {
  it('is a push unless somebody says otherwise, for one destination or for all', () => {
    expect(only(destination('    stories: [a]'))?.engine).toBe('push');
    expect(only(native())?.engine).toBe('native');
    const all = 'defaults: { engine: native }\n';
    expect(only(`${all}${destination('    stories: [a]')}`)?.engine).toBe('native');
    expect(only(`${all}${destination('    stories: [a]\n    engine: push')}`)?.engine).toBe('push');
  });

  it('native takes flag, hold, labels and the number of its key, its own or those of all', () => {
    const defaults = 'defaults: { manual_sync_only: true, labels: { ring: one }, hold: { reason: audit } }\n';
    const text = native('    destination_tenant_api_key_version: 3', defaults);
    expect(open(text).problems).toEqual([]);
    expect(only(text)).toMatchObject({
      engine: 'native',
      keyVersion: 3,
      manualSyncOnly: true,
      labels: { ring: 'one' },
      hold: { reason: 'audit' },
    });
  });
});

describe('an option that only a push can honour', () => {
  const OPTIONS = [
    'webhook_urls: keep',
    'on_drift: keep',
    'adopt: [a]',
    'folder_id: 5',
    'prerequisites: warn',
    'change_control: fail',
    'pin: { commit: 4f2e91c, reason: x }',
    'detached: { a: { reason: x } }',
  ];

  it.each(OPTIONS)('is refused beside engine: native, at its own line: %s', (option) => {
    const { problems } = open(native(`    ${option}\n`));
    const [name] = option.split(':');
    expect(problems).toMatchObject([
      {
        code: 'MAN061',
        message: `"${name}" of destination "d" can be honoured by a push alone`,
        hint: 'remove it, or write engine: push',
        place: { line: 11, column: 5 },
      },
    ]);
    expect(problems.every(({ severity }) => severity !== 'warning')).toBe(true);
  });

  it.each(OPTIONS)('is for the others where it stands in defaults: %s', (option) => {
    const defaults = `defaults: { ${option} }\n`;
    const { problems } = open(native('', defaults));
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    const plain = only(native());
    const { place: _, subscriptions, ...rest } = only(native('', defaults)) ?? { place: 0, subscriptions: [] };
    expect(rest).toEqual(
      (({ place: _p, subscriptions: _s, ...same }) => same)(plain ?? { place: 0, subscriptions: [] }),
    );
    expect(subscriptions.map(({ storyKey, adopt, detached }) => [storyKey, adopt, detached])).toEqual([
      ['a', false, undefined],
      ['b', false, undefined],
    ]);
  });

  it('is refused too where the engine comes from defaults, and honoured where the destination is pushed to', () => {
    const all = 'defaults: { engine: native }\n';
    expect(brief(open(`${all}${destination('    stories: [a]\n    on_drift: keep')}`).problems)).toEqual([
      'MAN061 11:5',
    ]);
    expect(
      brief(open(`${all}${destination('    stories: [a]\n    on_drift: keep\n    engine: push')}`).problems),
    ).toEqual([]);
  });

  it('is not told of an engine that is none', () => {
    expect(brief(open(destination('    stories: [a]\n    engine: nativ\n    on_drift: keep')).problems)).toEqual([
      'MAN021 10:13',
    ]);
  });
});

describe('the number of a key', () => {
  it('is refused where nobody is given the key, and passes in defaults', () => {
    const version = '    destination_tenant_api_key_version: 2';
    expect(open(destination(`    stories: [a]\n${version}`)).problems).toMatchObject([
      { code: 'MAN061', hint: 'remove it, or write engine: native' },
    ]);
    const all = `defaults: { destination_tenant_api_key_version: 2 }\n`;
    expect(only(`${all}${destination('    stories: [a]')}`)).not.toHaveProperty('keyVersion');
    expect(only(native('', all))?.keyVersion).toBe(2);
  });

  it('is refused in the origin’s own tenant, which needs no key', () => {
    const here = destination('    stories: [a]\n    engine: native\n    destination_tenant_api_key_version: 2', {
      url: 'https://acme.tines.com',
    });
    expect(open(here).problems).toMatchObject([{ code: 'MAN061', message: expect.stringContaining('needs no key') }]);
  });

  it.each(['0', '-1', '1.5', '"2"'])('is a whole number from 1: not %s', (written) => {
    expect(open(native(`    destination_tenant_api_key_version: ${written}`)).manifest).toBeUndefined();
  });
});

it('the vendor’s syncing needs an origin, and says so at the destination', () => {
  expect(brief(open(withoutOrigin('    stories: [a]\n    engine: native')).problems)).toEqual(['MAN062 5:3']);
});

it('a pin of the fleet says whom it does not hold for', () => {
  const defaults = 'defaults: { pin: { commit: 4f2e91c, reason: freeze } }\n';
  expect(open(native('', defaults)).problems).toMatchObject([
    { code: 'MAN063', severity: 'warning', message: expect.stringContaining('does not hold for "d"') },
  ]);
  expect(only(native('', defaults))).not.toHaveProperty('pin');
  expect(open(`${defaults}${destination('    stories: [a]')}`).problems).toEqual([]);
});
