import { type FileHandle, rename, rm } from 'node:fs/promises';
import {
  codeOf,
  createFile,
  draftBeside,
  type LockNote,
  linkLock,
  lockText,
  lookAtLock,
  siblingName,
} from './lock-file.ts';
import { type Owner, ownerTag } from './owner.ts';

/** A lock that we hold. Its file tells the owner from the first moment to the last. */
export interface OwnedLock {
  /** Where to write what will take the place of the locked file: swept when we are killed. */
  readonly draft: string;
  /** False once somebody took us for gone. */
  isHeld(): Promise<boolean>;
  /** Tells whoever takes the lock over what there is to finish. */
  write(note: LockNote): Promise<void>;
  release(): Promise<void>;
}

const BEAT_MS = 2000;
/** Ten beats: an owner who gave no sign of life for so long is at work no more. */
export const WATCH_MS = 10 * BEAT_MS;

/** A lock of ours, drawn beside its place and not yet in it. */
export class HeldLock implements OwnedLock {
  readonly draft: string;
  readonly #path: string;
  readonly #owner: Owner;
  readonly #date: () => Date;
  #file: FileHandle;
  #beat: NodeJS.Timeout | undefined;

  private constructor(path: string, owner: Owner, date: () => Date, file: FileHandle) {
    this.draft = draftBeside(path, owner);
    this.#path = path;
    this.#owner = owner;
    this.#date = date;
    this.#file = file;
  }

  static async draw(path: string, owner: Owner, date: () => Date): Promise<HeldLock> {
    const lock = new HeldLock(path, owner, date, await createFile(draftBeside(path, owner)));
    try {
      await lock.#file.writeFile(lockText(owner, date()));
      return lock;
    } catch (error) {
      await lock.abandon();
      throw error;
    }
  }

  /** Puts it in its place; false when another one is there. */
  async take(): Promise<boolean> {
    const linked = (await linkLock(this.draft, this.#path)) ?? (await this.#createInPlace());
    if (!linked) return false;
    await rm(this.draft, { force: true });
    this.#live();
    return true;
  }

  /** Puts it over a lock whose owner is gone; false when what stands there is no file. */
  async replace(): Promise<boolean> {
    try {
      await rename(this.draft, this.#path);
    } catch (error) {
      if (NO_FILE.has(codeOf(error) ?? '')) return false;
      throw error;
    }
    this.#live();
    return true;
  }

  async isHeld(): Promise<boolean> {
    return (await lookAtLock(this.#path))?.owner?.token === this.#owner.token;
  }

  async write(note: LockNote): Promise<void> {
    const draft = siblingName(this.#path, ownerTag(this.#owner), 'tmp');
    const file = await createFile(draft);
    const former = this.#file;
    this.#file = file;
    await former.close();
    await file.writeFile(lockText(this.#owner, this.#date(), note));
    await rename(draft, this.#path);
  }

  async release(): Promise<void> {
    clearInterval(this.#beat);
    if (await this.isHeld()) await rm(this.#path, { force: true });
    await this.abandon();
  }

  /** Forgets a lock that is not in its place. */
  async abandon(): Promise<void> {
    clearInterval(this.#beat);
    await this.#file.close();
    await rm(this.draft, { force: true });
  }

  async #createInPlace(): Promise<boolean> {
    try {
      const file = await createFile(this.#path);
      await this.#file.close();
      this.#file = file;
      await file.writeFile(lockText(this.#owner, this.#date()));
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  /** A sign of life now and then, for those who cannot ask this machine about the process. */
  #live(): void {
    this.#beat = setInterval(() => {
      const now = this.#date();
      // A lock that was taken from us is another file, so this tells nobody anything.
      this.#file.utimes(now, now).catch(() => {});
    }, BEAT_MS);
    this.#beat.unref();
  }
}

const NO_FILE = new Set(['EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']);
