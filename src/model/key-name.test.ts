import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeKey } from './key-name.ts';

const REFUSED = `
  GITHUB_TOKEN ACTIONS_RUNTIME_TOKEN ACTIONS_ID_TOKEN_REQUEST_TOKEN INPUT_API_KEYS RUNNER_TEMP
  STORYSYNC_GIT_TOKEN STORYSYNC_STATE_KEY AWS_SECRET_ACCESS_KEY AZURE_CLIENT_SECRET VAULT_TOKEN
  GOOGLE_APPLICATION_CREDENTIALS NPM_TOKEN NODE_AUTH_TOKEN NODE_EXTRA_CA_CERTS SSH_AUTH_SOCK
  HOME PATH USER LOGNAME SHELL PWD OLDPWD LANG LC_ALL CI HOSTNAME TMPDIR _
  HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY LD_PRELOAD LD_LIBRARY_PATH DYLD_INSERT_LIBRARIES
  GIT_ASKPASS GIT_CONFIG_VALUE_0 GH_TOKEN CI_JOB_TOKEN JAVA_HOME PYTHONPATH USERPROFILE PS1`
  .trim()
  .split(/\s+/);
const ALLOWED = [
  'CONTOSO_TINES_API_KEY',
  'CONTOSO_KEY',
  'A',
  'OK',
  'DK',
  'HOME_KEY',
  'PATHFINDER',
  'CIRCLE',
  'AWSOME_KEY',
];

describe('the name of a key', () => {
  it.each(REFUSED)('is not %s', (name) => {
    expect(mayBeKey(name)).toBe(false);
  });

  it.each(ALLOWED)('may be %s', (name) => {
    expect(mayBeKey(name)).toBe(true);
  });

  it('may be anything that ends in _TINES_API_KEY, whatever it begins with', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REFUSED), (name) => {
        expect(mayBeKey(`${name}_TINES_API_KEY`)).toBe(true);
        expect(mayBeKey(`${name}_TINES_API_KEY_2`)).toBe(mayBeKey(`${name}_X`));
      }),
    );
  });

  it.each(['home', 'A-B', '1A', '', 'A B', 'A_TINES_API_KEY\n', 'Ä'])('has the form of a variable: not %j', (name) => {
    expect(mayBeKey(name)).toBe(false);
  });
});
