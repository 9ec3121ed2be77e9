import { describe, expect, it } from 'vitest';
import { addressesOf } from './address.ts';

describe('addressesOf', () => {
  it.each([
    ['https://contoso.tines.com', 'https://contoso.tines.com/api/v1/stories'],
    ['https://contoso.tines.com/', 'https://contoso.tines.com/api/v1/stories'],
    ['https://proxy.example:8443/tines/contoso', 'https://proxy.example:8443/tines/contoso/api/v1/stories'],
    ['http://127.0.0.1:4010/contoso', 'http://127.0.0.1:4010/contoso/api/v1/stories'],
    ['http://[::1]:4010', 'http://[::1]:4010/api/v1/stories'],
  ])('puts calls below %s', (tenantUrl, expected) => {
    expect(addressesOf(tenantUrl)({ path: '/stories' }).href).toBe(expected);
  });

  it('encodes what stands in the query', () => {
    const url = addressesOf('https://contoso.tines.com')({ path: '/stories', query: { search: 'a&b=#c ü', page: 2 } });
    expect(url.search).toBe('?search=a%26b%3D%23c+%C3%BC&page=2');
  });

  it.each([
    ['http://contoso.tines.com'],
    ['ftp://contoso.tines.com'],
    ['https://user@contoso.tines.com'],
    ['https://user:secret@contoso.tines.com'],
    ['https://contoso.tines.com/?a=b'],
    ['https://contoso.tines.com/#x'],
  ])('refuses %s as a tenant', (tenantUrl) => {
    expect(() => addressesOf(tenantUrl)).toThrow(/^A tenant URL/);
  });

  it.each([['/../../admin'], ['@evil.example/'], ['/stories/%2e%2e/x'], ['/a?b=c']])('refuses the path %s', (path) => {
    expect(() => addressesOf('https://contoso.tines.com/t')({ path })).toThrow(/leaves the tenant|Invalid URL/);
  });
});
