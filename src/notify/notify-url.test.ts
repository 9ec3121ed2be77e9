import { describe, expect, it } from 'vitest';
import { masksForUrl, parseNotifyUrl } from './notify-url.ts';

describe('the address of a webhook', () => {
  it.each([
    'https://acme.tines.com/webhook/0123456789/s3cret',
    'https://acme.example:8443/a?sig=s3cret',
    'http://localhost:8080/s3cret',
    'http://127.0.0.1/s3cret',
    'http://[::1]/s3cret',
  ])('may be %s', (text) => {
    expect(parseNotifyUrl(text)).toMatchObject({ ok: true });
  });

  it.each([
    ['http://acme.tines.com/s3cret', 'does not begin with https://'],
    ['http://localhost.evil.example/s3cret', 'does not begin with https://'],
    ['ftp://localhost/s3cret', 'does not begin with https://'],
    ['acme.tines.com/s3cret', 'is not a URL'],
    ['https://user:s3cret@acme.tines.com/', 'user name or password'],
    ['https://acme.tines.com/a#s3cret', 'fragment'],
    ['https://acme.tines.com/s3cret\nhttps://other.example/', 'white space'],
  ])('may not be %j, and no part of it is repeated', (text, why) => {
    const parsed = parseNotifyUrl(text);
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining(why) });
    expect(JSON.stringify(parsed)).not.toMatch(/s3cret|acme|evil/);
  });

  it('is masked as it is used, and its path alone too', () => {
    expect(masksForUrl(new URL('HTTPS://Acme.tines.com:443/webhook/1/s3cret?x=1'))).toEqual([
      'https://acme.tines.com/webhook/1/s3cret?x=1',
      '/webhook/1/s3cret?x=1',
    ]);
    expect(masksForUrl(new URL('https://acme.example/'))).toEqual(['https://acme.example/']);
  });
});
