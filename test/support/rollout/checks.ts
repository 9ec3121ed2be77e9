import type { RolloutFact, RolloutRecord } from '../../../src/model/rollout.ts';
import type { RolloutDecision } from '../../../src/rollout/decide.ts';
import { type ModelPair, nameOf, type RunModel } from './model.ts';

/** What was decided, against what the model says of each pair: nothing goes that may not, and nothing waits that may go. */
export function checkDecision(model: RunModel, decision: RolloutDecision, now: number, override: boolean): void {
  const waveOf = new Map(decision.waves.flatMap((names, wave) => names.map((name) => [name, wave] as const)));
  const factOf = (pair: ModelPair): RolloutFact | undefined => decision.waits.get(pair.destination)?.get(pair.story);
  const goes = (pair: ModelPair): boolean => pair.due && factOf(pair) === undefined;
  const wave = (pair: ModelPair): number => waveOf.get(pair.destination) ?? Number.NaN;
  for (const pair of model.pairs) {
    const fact = factOf(pair);
    const no = (why: string): never => {
      throw new Error(`${nameOf(pair)}: ${why}; decided: ${JSON.stringify(fact ?? `wave ${wave(pair)}`)}`);
    };
    if (!pair.due) {
      if (fact) no('waits and is not due');
      continue;
    }
    const barrier = model.barrier(pair, now);
    const kind = fact?.by.kind;
    const callees = model.pairs.filter((each) => each.destination === pair.destination && pair.calls.has(each.story));
    const missing = callees.filter((each) => each.state !== 'there' && !goes(each) && (each.counts || each.due));
    const before = model.before(pair.story, pair.ring);
    const passes = before !== undefined && mayPass(model, pair, before, goes);
    if (barrier === 'ring' && model.soakOf(pair.ring) === 0 && passes) {
      if (kind === 'ring') no('the ring before passes in this run');
      const earlier =
        before === undefined
          ? []
          : model.members(pair.story, before).filter((each) => each.state !== 'there' && goes(each));
      if (!fact && !earlier.every((each) => wave(each) < wave(pair))) no('goes no later than the ring before');
    } else if (barrier && kind !== barrier) no(`must wait: ${barrier}`);
    if (!barrier && kind && ['failures', 'ring', 'soak', 'window'].includes(kind)) no('nothing keeps it back');
    if (!fact && missing.length > 0) no(`goes before ${missing[0]?.story}`);
    if (kind === 'callee' && missing.length === 0) no('waits for no story');
    if (kind === 'batch') checkBatch(model, pair, goes, no);
    if (kind === 'place' || kind === 'approved_plan' || (override && kind !== undefined && kind !== 'callee'))
      no('waits for nothing');
    if (fact) checkUntil(model, pair, fact, now, no);
  }
  for (const pair of model.pairs) {
    const size = override ? undefined : model.batchOf(pair.ring);
    if (size !== undefined && newDestinations(model, pair.ring, goes).length > size)
      throw new Error(`more than ${size} destinations of ring ${pair.ring} begin`);
  }
  checkProgress(model, decision);
}

/** All that the ring lacks goes in this run, but for what may fail. */
function mayPass(
  model: RunModel,
  { story, content }: ModelPair,
  ring: number,
  goes: (pair: ModelPair) => boolean,
): boolean {
  const members = model.members(story, ring);
  const lacks = members.filter((each) => each.state !== 'there' && !goes(each));
  const [, , , allowed] = model.counts(story, content, ring);
  return (
    members.every((each) => each.content === content) &&
    lacks.every(({ state }) => state === 'failed') &&
    lacks.length <= allowed
  );
}

function newDestinations(model: RunModel, ring: number, goes: (pair: ModelPair) => boolean): readonly string[] {
  const news = model.pairs.filter((each) => each.ring === ring && each.counts && each.state === 'open' && goes(each));
  return [...new Set(news.map(({ destination }) => destination))];
}

function checkBatch(
  model: RunModel,
  pair: ModelPair,
  goes: (pair: ModelPair) => boolean,
  no: (why: string) => never,
): void {
  const size = model.batchOf(pair.ring);
  const first = newDestinations(model, pair.ring, goes).filter((name) => name < pair.destination);
  if (!pair.counts || pair.state !== 'open') no('no batch is for it');
  if (size === undefined || first.length < size) no('the batch is not full');
}

function checkUntil(
  model: RunModel,
  pair: ModelPair,
  { by, until }: RolloutFact,
  now: number,
  no: (why: string) => never,
): void {
  if (until === null) {
    if (by.kind === 'soak' || by.kind === 'window') no('tells no time');
    return;
  }
  const at = Date.parse(until);
  if (by.kind !== 'soak' && by.kind !== 'window') return;
  const before = model.before(pair.story, pair.ring);
  const soaked = before === undefined ? undefined : model.passedAt(pair.story, pair.content, before, now);
  const earliest = by.kind === 'soak' ? (soaked ?? no('soaks for no ring')) + model.soakOf(pair.ring) : now;
  if (!model.isOpen(pair.ring, at)) no('no window is open then');
  const opens = at !== earliest;
  if (at < earliest || (opens && (model.isOpen(pair.ring, earliest) || model.isOpen(pair.ring, at - 60_000))))
    no('may go earlier than it says');
}

function checkProgress(model: RunModel, { progress }: RolloutDecision): void {
  const stories = new Set(
    model.pairs.filter((each) => each.counts && each.state !== 'there').map((each) => each.story),
  );
  const rings = [...stories].flatMap((story) =>
    [...new Set(model.pairs.filter((each) => each.counts && each.story === story).map(({ ring }) => ring))].map(
      (ring) => `${story} ${model.ringName(ring)} ${model.members(story, ring).length}`,
    ),
  );
  const told = progress.map(({ story, ring, total }) => `${story} ${ring} ${total}`);
  if (rings.sort().join() !== told.sort().join())
    throw new Error(`progress of ${told.join()} instead of ${rings.join()}`);
}

/** The record holds each passing that the model knows, and no other time. */
export function checkRecord(model: RunModel, { passings }: RolloutRecord): void {
  for (const [id, at] of model.passings()) {
    const [story = '', content = '', ring = ''] = id.split(' ');
    const time = passings[story]?.[content]?.[ring];
    if (time === undefined || Date.parse(time) !== at)
      throw new Error(`${id} passed at ${new Date(at).toISOString()}, recorded: ${time}`);
  }
}
