import { describe, expect, it, onTestFinished } from 'vitest';
import { openHttpNotifier } from '../../src/notify/http-notifier.ts';
import { fakeNotifier } from '../support/fake-notifier.ts';
import { startWebhookServer } from '../support/webhook-server.ts';
import { describeNotifierPort } from './notifier-port.ts';

const OPTIONS = { proxies: { except: '' } };

describe('the fake notifier', () => {
  describeNotifierPort(async () => {
    const notifier = fakeNotifier();
    const leave = async (): Promise<void> => notifier.behave('nobody there');
    return { notifier, behave: (next) => notifier.behave(next), received: () => notifier.received, leave };
  });
});

describe('the notifier over HTTP', () => {
  describeNotifierPort(async (how) => {
    const server = await startWebhookServer();
    onTestFinished(() => server.close());
    const received = () =>
      server.received.map(({ body, headers }) => {
        const signature = headers['x-storysync-signature'];
        return { body, ...(typeof signature === 'string' ? { signature } : {}) };
      });
    const notifier = openHttpNotifier(new URL(server.url), { ...OPTIONS, ...how });
    return { notifier, behave: (next) => server.behave(next), received, leave: () => server.close() };
  });

  it('posts JSON, and follows no redirect', async () => {
    await using server = await startWebhookServer();
    server.behave(307);
    await openHttpNotifier(new URL(server.url), OPTIONS).post({ body: '{}' });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: new URL(server.url).pathname,
      headers: { 'content-type': 'application/json', 'user-agent': expect.stringMatching(/^storysync\/\d/) },
    });
  });

  it('reads a small part of an answer, and lets the rest go', async () => {
    await using server = await startWebhookServer();
    server.behave('endless body');
    await openHttpNotifier(new URL(server.url), OPTIONS).post({ body: '{}' });
    // What the buffers in between hold is taken as well.
    expect(server.poured).toBeLessThan(32 * 1024 * 1024);
  });

  it('keeps a query of the address, where other vendors have their signature', async () => {
    await using server = await startWebhookServer();
    await openHttpNotifier(new URL(`${server.url}?sig=a%2Bb`), OPTIONS).post({ body: '{}' });
    expect(server.received[0]?.path).toMatch(/\?sig=a%2Bb$/);
  });
});
