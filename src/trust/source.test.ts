import { expect, it } from 'vitest';
import { isOwnRemote } from './source.ts';

const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'Acme/stories' };

it.each([
  ['https://github.com/acme/stories', env, true],
  ['https://github.com/Acme/Stories.git', env, true],
  ['https://github.com/mallory/stories', env, false],
  ['https://github.com/acme/stories-2', env, false],
  ['https://github.com/acme/stories/', env, false],
  ['http://github.com/acme/stories', env, false],
  ['https://ghes.acme.example/sub/acme/stories', { ...env, GITHUB_SERVER_URL: 'https://ghes.acme.example/sub/' }, true],
  ['https://ghes.acme.example/acme/stories', { ...env, GITHUB_SERVER_URL: 'https://ghes.acme.example/sub/' }, false],
  ['https://gitlab.example/anything', {}, true],
  ['https://gitlab.example/anything', env, true],
])('the remote %s of a job with %o is its own: %s', (url, environment, own) => {
  expect(isOwnRemote(url, environment)).toBe(own);
});
