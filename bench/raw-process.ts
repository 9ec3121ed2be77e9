import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { type RecordedCall, tenantOf } from './calls.ts';

/**
 * The least that can be done: makes the calls of a recorded run again, 32 tenants side by side and in each the same
 * calls at once as then, reads the answers to their end and looks at none of them.
 */
const SIDE_BY_SIDE = 32;
const IN_FLIGHT = 4;

const calls = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly RecordedCall[];
const waiting = [...Map.groupBy(calls, ({ path }) => tenantOf(path)).values()];
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, oneAfterAnother));

async function oneAfterAnother(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await askTenant(next);
}

async function askTenant(asked: readonly RecordedCall[]): Promise<void> {
  const pool = new Pool(asked[0]?.origin ?? '', { connections: IN_FLIGHT, pipelining: 1 });
  let flight: Promise<void>[] = [];
  for (const call of asked) {
    if (call.alone) {
      await Promise.all(flight);
      flight = [];
    }
    flight.push(ask(pool, call));
  }
  await Promise.all(flight);
  await pool.close();
}

async function ask(pool: Pool, { method, path, authorization, body }: RecordedCall): Promise<void> {
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { authorization, accept: 'application/json', ...json };
  const answer = await pool.request({
    method: method as 'GET',
    path,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  await answer.body.arrayBuffer();
  if (answer.statusCode >= 400) throw new Error(`${method} ${path} was answered with ${answer.statusCode}`);
}
