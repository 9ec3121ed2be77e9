import { describe, expect, it } from 'vitest';
import { proxyFor, readProxies } from './proxies.ts';

type Environment = { readonly [name: string]: string };
const CORP = 'http://proxy.example:3128/';

function chosen(environment: Environment, url = 'https://contoso.tines.com'): string | undefined {
  const proxy = proxyFor(readProxies(environment), new URL(url));
  return proxy && `${proxy.variable} ${proxy.address}`;
}

describe('the proxy of the environment', () => {
  it.each<readonly [string, Environment, string | undefined]>([
    ['HTTPS_PROXY', { HTTPS_PROXY: CORP }, `HTTPS_PROXY ${CORP}`],
    ['https_proxy', { https_proxy: CORP }, `https_proxy ${CORP}`],
    ['the lower case before the upper', { https_proxy: CORP, HTTPS_PROXY: 'http://other/' }, `https_proxy ${CORP}`],
    ['HTTP_PROXY where there is no other', { HTTP_PROXY: CORP }, `HTTP_PROXY ${CORP}`],
    ['HTTPS_PROXY before HTTP_PROXY', { HTTPS_PROXY: CORP, HTTP_PROXY: 'http://other/' }, `HTTPS_PROXY ${CORP}`],
    ['one without a scheme', { HTTPS_PROXY: 'proxy.example:3128' }, `HTTPS_PROXY ${CORP}`],
    [
      'one with a password',
      { HTTPS_PROXY: 'u:p%40@proxy.example:3128' },
      'HTTPS_PROXY http://u:p%40@proxy.example:3128/',
    ],
    ['one that speaks TLS', { HTTPS_PROXY: 'https://proxy.example' }, 'HTTPS_PROXY https://proxy.example/'],
    ['none', {}, undefined],
    ['none where it is empty', { HTTPS_PROXY: ' ' }, undefined],
    ['none where the lower case switches it off', { https_proxy: '', HTTPS_PROXY: CORP }, undefined],
    ['nothing usable of another kind of proxy', { HTTPS_PROXY: 'socks5://proxy.example' }, 'HTTPS_PROXY undefined'],
    ['nothing usable of no address at all', { HTTPS_PROXY: 'http://' }, 'HTTPS_PROXY undefined'],
    ['nothing usable of a broken password', { HTTPS_PROXY: 'http://u:%zz@proxy.example' }, 'HTTPS_PROXY undefined'],
  ])('for an https host is %s', (_, environment, expected) => {
    expect(chosen(environment)).toBe(expected);
  });

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://127.9.9.9', 'https://[::1]:8443'])(
    'does not stand between us and this machine: %s',
    (url) => {
      expect(chosen({ HTTPS_PROXY: CORP, HTTP_PROXY: CORP }, url)).toBeUndefined();
    },
  );

  it('for http is HTTP_PROXY alone', () => {
    expect(chosen({ HTTPS_PROXY: CORP }, 'http://git.example')).toBeUndefined();
    expect(chosen({ HTTP_PROXY: CORP }, 'http://git.example')).toBe(`HTTP_PROXY ${CORP}`);
  });

  it('leaves out what NO_PROXY lists, the lower case first', () => {
    expect(readProxies({ NO_PROXY: 'a', no_proxy: 'b' }).except).toBe('b');
    expect(readProxies({ NO_PROXY: 'a' }).except).toBe('a');
  });
});
