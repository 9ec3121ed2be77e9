import { describe, expect, it } from 'vitest';
import { type FakeBehaviour, fakeNotifier } from '../../test/support/fake-notifier.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { deliver, signatureOf } from './deliver.ts';

async function delivered(...next: readonly FakeBehaviour[]) {
  const notifier = fakeNotifier();
  notifier.behave(...next);
  const clock = instantClock();
  const result = await deliver(notifier, '{"a":1}', { secret: '', clock });
  return { ok: result.ok, said: result.ok ? '' : `${result.error.message}; ${result.error.hint}`, clock, notifier };
}

describe('a message', () => {
  it.each([
    ['a server that takes it', [200], true, 1],
    ['one that takes it without a word', [204], true, 1],
    ['one that is overloaded for a moment', [503, 200], true, 2],
    ['a connection that broke', ['cut', 200], true, 2],
    ['a server that was not there yet', ['nobody there', 200], true, 1],
    ['one that stays overloaded', [503, 503, 200], false, 2],
    ['an address that is no more', [410, 200], false, 1],
    ['a redirect', [302, 200], false, 1],
    ['silence', ['silent', 200], false, 1],
  ] as const)('to %s is sent at most twice', async (_, next, ok, arrived) => {
    const { notifier, ...run } = await delivered(...next);
    expect(run.ok).toBe(ok);
    expect(notifier.received).toHaveLength(arrived);
    expect(new Set(notifier.received.map(({ body }) => body)).size).toBe(1);
  });

  it('waits a second before the second attempt, and not at all after it', async () => {
    const { clock } = await delivered(500, 500);
    expect(clock.slept).toEqual([1000]);
  });

  it.each([
    [[404], 'HTTP 404', 'correct the address in the secret'],
    [[301], 'HTTP 301', 'redirects are not followed'],
    [[500, 500], 'HTTP 500', 'see whether the server there works'],
    [['silent'], 'no answer in time', 'see whether the server there works'],
    [['nobody there', 'nobody there'], 'no connection (ECONNREFUSED)', 'see whether'],
    [['cut', 'cut'], 'the connection broke (UND_ERR_SOCKET)', 'see whether'],
  ] as const)('that %j nobody took says why, and what to do', async (next, why, hint) => {
    const { said } = await delivered(...next);
    expect(said).toContain(`nobody was told at notify-url what this run changed: ${why}; `);
    expect(said).toContain(hint);
  });

  it('is signed with HMAC-SHA256 over its bytes, and not at all without a secret', async () => {
    const notifier = fakeNotifier();
    const clock = instantClock();
    const body = '{"name":"Überwachung"}';
    await deliver(notifier, body, { secret: 'It is a secret', clock });
    await deliver(notifier, body, { secret: '', clock });
    // As `printf … | openssl dgst -sha256 -hmac 'It is a secret'` has it.
    expect(notifier.received).toEqual([{ body, signature: signatureOf(body, 'It is a secret') }, { body }]);
    expect(signatureOf(body, 'It is a secret')).toBe(
      'sha256=af1389cf456eacbbd5ac51ed6210fdcb649fba5ac9cf87a969e6f9a66d01cd6c',
    );
  });
});
