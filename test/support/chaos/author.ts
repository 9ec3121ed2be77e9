import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { type FieldSpec, recordAction } from '../stories.ts';
import { type Move, pick } from './move.ts';
import type { ChaosWorld, ManifestFile } from './world.ts';

type Agent = { name: string; type: string; options: { [key: string]: JsonValue } } & { [key: string]: JsonValue };
type Published = { agents: Agent[]; name: JsonValue; tags: JsonValue; description: JsonValue; slug: JsonValue };

function publish(world: ChaosWorld, key: string, change: (story: Published) => void): void {
  const story = world.storyOf(key) as unknown as Published;
  change(story);
  world.rig.write(world.fileOf(key), story as unknown as JsonObject);
  world.changed = true;
}

function keysOf(manifest: ManifestFile): readonly string[] {
  return Object.keys(manifest.stories);
}

const FIELDS: readonly (readonly FieldSpec[])[] = [
  [['title', 'TEXT']],
  [
    ['title', 'TEXT'],
    ['severity', 'TEXT'],
  ],
  [['title', 'NUMBER']],
  [
    ['title', 'TEXT'],
    ['level', 'TEXT_ENUM', ['low', 'high']],
  ],
  [
    ['title', 'TEXT'],
    ['level', 'TEXT_ENUM', ['low']],
  ],
];
const NAMES = ['Watch', 'Keep', 'Call', 'Own', 'Feed', 'Feed two'];

/** What the author does in git. */
export const AUTHOR: { readonly [name: string]: Move } = {
  publishContent: async (world, [a, b]) => {
    publish(world, pick(keysOf(world.manifest), a), (story) => {
      const agent = story.agents.find(({ name }) => name === 'Fetch');
      if (b % 2 === 0 && agent) agent.options.url = `https://git.example/${world.next()}`;
      else story.description = `from git ${world.next()}`;
    });
  },
  publishTags: async (world, [a, b]) => {
    publish(world, pick(keysOf(world.manifest), a), (story) => {
      story.tags = pick([[], ['ir'], ['ir', 'old'], ['soc']], b);
    });
  },
  publishHook: async (world, [a, b]) => {
    publish(world, pick(keysOf(world.manifest), a), (story) => {
      const agent = story.agents[0];
      if (agent?.type === 'Agents::WebhookAgent') agent.name = pick(['In', 'Intake'], b);
    });
  },
  publishFields: async (world, [, b]) => {
    const key = keysOf(world.manifest).find((each) => world.storyOf(each).slug === 'keep');
    if (key === undefined) return;
    publish(world, key, (story) => {
      story.agents = story.agents.map((agent) =>
        agent.name === 'Store' ? { ...agent, ...recordAction('Store', 'Alert', pick(FIELDS, b)) } : agent,
      ) as unknown as Agent[];
    });
  },
  renameStory: async (world, [a, b]) => {
    publish(world, pick(keysOf(world.manifest), a), (story) => {
      story.name = pick(NAMES, b);
    });
  },
  renameKey: async (world, [a]) => {
    world.rewrite((manifest) => {
      const old = pick(keysOf(manifest), a);
      const key = `k${world.next()}`;
      manifest.stories[key] = { file: world.fileOf(old) };
      delete manifest.stories[old];
      for (const destination of Object.values(manifest.destinations)) {
        const swap = (each: string): string => (each === old ? key : each);
        destination.stories = destination.stories.map(swap);
        if (destination.adopt) destination.adopt = destination.adopt.map(swap);
        const kept = destination.detached?.[old];
        if (destination.detached && kept !== undefined) {
          destination.detached = Object.fromEntries(
            Object.entries(destination.detached).map(([name, value]) => [swap(name), value]),
          );
        }
      }
    });
  },
  swapKeys: async (world, [a, b]) => {
    world.rewrite((manifest) => {
      const [one, two] = [pick(keysOf(manifest), a), pick(keysOf(manifest), b)];
      const files = [world.fileOf(one), world.fileOf(two)] as const;
      manifest.stories[one] = { file: files[1] };
      manifest.stories[two] = { file: files[0] };
      if (one === two) manifest.stories[one] = { file: files[0] };
    });
  },
  moveFile: async (world, [a]) => {
    const key = pick(keysOf(world.manifest), a);
    const [from, to] = [world.fileOf(key), `moved/${world.next()}.json`];
    world.rig.write(to, world.rig.read(from));
    rmSync(join(world.rig.dir, from));
    world.rewrite((manifest) => {
      manifest.stories[key] = { file: to };
    });
  },
  unsubscribe: async (world, [a, b]) => {
    world.rewrite((manifest) => {
      const destination = pick(Object.values(manifest.destinations), a);
      const key = pick(keysOf(manifest), b);
      const had = destination.stories.includes(key);
      destination.stories = had ? destination.stories.filter((each) => each !== key) : [...destination.stories, key];
      if (had && destination.detached) delete destination.detached[key];
      if (had && destination.adopt) destination.adopt = destination.adopt.filter((each) => each !== key);
    });
  },
  onDrift: async (world, [a, b]) => {
    world.rewrite((manifest) => {
      pick(Object.values(manifest.destinations), a).on_drift = pick(['overwrite', 'keep', 'fail'], b);
    });
  },
  adopt: async (world, [a, b]) => {
    world.rewrite((manifest) => {
      const destination = pick(Object.values(manifest.destinations), a);
      if (destination.stories.length > 0) destination.adopt = b % 2 === 0 ? [pick(destination.stories, b)] : [];
    });
  },
  manualOnly: async (world, [a, b]) => {
    world.rewrite((manifest) => {
      pick(Object.values(manifest.destinations), a).manual_sync_only = b % 2 === 0;
    });
  },
  revert: async (world) => {
    world.commit();
    if (Number(world.rig.git('rev-list', '--count', 'HEAD')) < 2) return;
    world.rig.git('read-tree', '-u', '--reset', 'HEAD~1');
    world.rig.commit('revert');
  },
  uncommitted: async (world, [a]) => {
    const key = pick(keysOf(world.manifest), a);
    if (existsSync(join(world.rig.dir, world.fileOf(key)))) {
      world.rig.write(world.fileOf(key), { ...world.storyOf(key), description: `not committed ${world.next()}` });
    }
  },
};
