import { describe, expect, it } from 'vitest';
import { parseTenantUrl } from './tenant-url.ts';

describe('a tenant URL', () => {
  it.each([
    ['https://acme.tines.com', 'https://acme.tines.com'],
    ['https://acme.tines.com/', 'https://acme.tines.com'],
    ['https://ACME.tines.com:443//', 'https://acme.tines.com'],
    ['https://acme.tines.com:8443/soc/eu/', 'https://acme.tines.com:8443/soc/eu'],
    ['https://xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:4010/contoso', 'http://localhost:4010/contoso'],
    ['http://127.0.0.1:80/', 'http://127.0.0.1'],
    ['http://127.8.9.10', 'http://127.8.9.10'],
    ['http://[::1]:4010/acme', 'http://[::1]:4010/acme'],
  ])('%s becomes %s', (text, expected) => {
    expect(parseTenantUrl(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['acme.tines.com', 'MAN030', 'write https://acme.tines.com'],
    ['', 'MAN030', 'such as'],
    ['https://', 'MAN030', 'such as'],
    ['https://a b.example', 'MAN030', 'white space'],
    ['https://acme.tines.com\\x', 'MAN030', 'forward'],
    ['https://acme.tines.com/api/v1', 'MAN030', '/api/v1'],
    ['https://acme.tines.com:0', 'MAN030', 'such as'],
    ['https://acme.tines.com:99999', 'MAN030', 'such as'],
    ['http://acme.tines.com', 'MAN031', 'https://'],
    ['http://localhost.evil.example', 'MAN031', 'https://'],
    ['http://127.0.0.1.evil.example', 'MAN031', 'https://'],
    ['http://0.0.0.0', 'MAN031', 'https://'],
    ['ftp://acme.tines.com', 'MAN031', 'https://'],
    ['https://user:hunter2@acme.tines.com', 'MAN032', 'remove'],
    ['https://@acme.tines.com', 'MAN032', 'remove'],
    ['user:hunter2@acme.tines.com', 'MAN032', 'remove'],
    ['https://acme.tines.com?key=hunter2', 'MAN032', 'remove'],
    ['https://acme.tines.com/?', 'MAN032', 'remove'],
    ['https://acme.tines.com/#hunter2', 'MAN032', 'remove'],
    ['https://acme.tines.com.', 'MAN033', 'write acme.tines.com'],
    ['https://bücher.example', 'MAN033', 'write xn--bcher-kva.example'],
    ['https://%61cme.tines.com', 'MAN033', 'write acme.tines.com'],
    ['https://2130706433', 'MAN033', 'write 127.0.0.1'],
    ['http://127.1', 'MAN033', 'write 127.0.0.1'],
    ['http://[0:0:0:0:0:0:0:1]', 'MAN033', 'write [::1]'],
  ])('%s is refused with %s', (text, code, hint) => {
    const result = parseTenantUrl(text);
    if (result.ok) expect.unreachable(`accepted as ${result.value}`);
    expect(result.error.code).toBe(code);
    expect(result.error.hint).toContain(hint);
    expect(`${result.error.message} ${result.error.hint}`).not.toContain('hunter2');
  });
});
