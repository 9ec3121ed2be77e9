import { isObject, type JsonObject } from '../json/value.ts';
import { bodyObjects, TenantApi } from './tenant-api.ts';

export type Edition = {
  readonly title: string;
  readonly story?: (story: JsonObject) => JsonObject;
  /** A record type that changes with the story: the body of its update, from what it is now. */
  readonly recordType?: { readonly name: string; readonly update: (type: JsonObject) => JsonObject };
};

/** Who builds stories on the origin, where a second person has to approve what goes live. */
export class DemoAuthor {
  readonly #own: TenantApi;
  readonly #reviewer: TenantApi;
  readonly #team: number;

  private constructor(own: TenantApi, reviewer: TenantApi, team: number) {
    this.#own = own;
    this.#reviewer = reviewer;
    this.#team = team;
  }

  static async hire(emulatorUrl: string, tenant: string, key: string, team: number): Promise<DemoAuthor> {
    const own = new TenantApi(emulatorUrl, tenant, key);
    const reviewerKey = `${tenant}-reviewer-key`;
    await own.backDoor('keys', { key: reviewerKey, kind: 'team', team, role: 'team_admin' });
    return new DemoAuthor(own, new TenantApi(emulatorUrl, tenant, reviewerKey), team);
  }

  /** Draft, change request, approval by the second person, promotion: then it is live. */
  async publish(storyId: number, { title, story = (same) => same, recordType }: Edition): Promise<void> {
    const live = await this.#own.call('GET', `/stories/${storyId}/export`);
    // The content is read before: an action writes to a field by its id, and a field that is made anew gets another one.
    if (recordType) await this.#update(recordType);
    const content = { new_name: live.name ?? null, data: story(live), team_id: this.#team };
    const draft = { ...content, mode: 'versionReplace', draft_name: title };
    const { draft_id } = await this.#own.call('POST', '/stories/import', draft);
    const path = `/stories/${storyId}/change_request`;
    const { change_request } = await this.#own.call('POST', path, { title, draft_id: draft_id ?? null });
    const opened = { change_request_id: isObject(change_request) ? (change_request.id ?? null) : null };
    await this.#reviewer.call('POST', `${path}/approve`, opened);
    await this.#own.call('POST', `${path}/promote`, opened);
  }

  async #update({ name, update }: NonNullable<Edition['recordType']>): Promise<void> {
    const { record_types } = await this.#own.call('GET', `/record_types?team_id=${this.#team}&per_page=500`);
    const type = bodyObjects(record_types).find((candidate) => candidate.name === name);
    if (typeof type?.id !== 'number') throw new Error(`the demo's origin has no record type "${name}"`);
    await this.#own.call('PUT', `/record_types/${type.id}`, update(type));
  }
}
