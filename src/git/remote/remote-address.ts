import { isBranchName } from '../read/branch-name.ts';
import type { GitConfig } from './git-config.ts';

/** Where a repository's remote is, as far as we can go there. */
export type RemoteAddress =
  | { readonly kind: 'http'; readonly name: string; readonly url: URL }
  /** No remote is configured. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly name: string; readonly why: UnusableRemote };

export type UnusableRemote =
  /** ssh, a folder of this machine, or another way that is not http. */
  | 'not_http'
  /** http without encryption, to another machine. */
  | 'not_encrypted'
  /** Pushes go to another address than fetches (`pushurl`, `pushInsteadOf`), which is a wish not to push where we would. */
  | 'push_elsewhere'
  /** There are others, and nothing says which of them is meant. */
  | 'one_of_several';

/** In words, to follow "the remote …". */
export const UNUSABLE: { readonly [why in UnusableRemote]: string } = {
  not_http: 'is not reached by https',
  not_encrypted: 'is reached by http without encryption',
  push_elsewhere: 'has another address for pushes (pushurl or pushInsteadOf)',
  one_of_several: 'is one of several, and neither "origin" nor that of the current branch',
};

/** The remote of the current branch, else `origin`, else the only one. */
export function findRemote(config: GitConfig, currentBranch: string | undefined, wanted?: string): RemoteAddress {
  const names = remotesIn(config);
  const name = wanted ?? choose(names, config, currentBranch);
  const written = name === undefined ? undefined : config.get('remote', name, 'url');
  if (name === undefined || written === undefined) {
    const [first] = wanted === undefined ? names : [];
    return first === undefined ? { kind: 'none' } : { kind: 'unusable', name: first, why: 'one_of_several' };
  }
  const push = config.get('remote', name, 'pushurl');
  const rewritesPush =
    push === undefined && config.all('url', 'pushinsteadof').some(({ value }) => written.startsWith(value));
  if ((push !== undefined && push !== written) || rewritesPush)
    return { kind: 'unusable', name, why: 'push_elsewhere' };
  const text = rewritten(config, written);
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return { kind: 'unusable', name, why: 'not_http' };
  const url = new URL(text);
  return mayCarryKeys(url) ? { kind: 'http', name, url } : { kind: 'unusable', name, why: 'not_encrypted' };
}

/** A repository without a remote, or with one that is a folder of this machine: it has no name that others would know. */
const NAMELESS = 'local';

/**
 * One name for a repository, the same however it is reached: `github.com/acme/sync`, by https as by ssh, with `.git` or
 * without.
 */
export function repositoryName(config: GitConfig, currentBranch: string | undefined): string {
  const found = findRemote(config, currentBranch);
  if (found.kind === 'none' || (found.kind === 'unusable' && found.why === 'one_of_several')) return NAMELESS;
  return found.kind === 'http'
    ? nameOf(found.url.href)
    : nameOf(rewritten(config, config.get('remote', found.name, 'url') ?? ''));
}

function nameOf(address: string): string {
  // `git@host:path`, as people write ssh; a single letter before the colon is a drive of Windows.
  const short = /^(?:[^@/\s]+@)?([^:/\s@]{2,}):(?!\/\/)(.+)$/.exec(address);
  const url = short === null && /^(https?|ssh|git):\/\//i.test(address) && URL.canParse(address) && new URL(address);
  const [host, path] = url
    ? [url.protocol.startsWith('http') ? url.host : url.hostname, url.pathname]
    : (short?.slice(1) ?? []);
  if (!host || path === undefined) return NAMELESS;
  const trimmed = path
    .replace(/^\/+/, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/i, '');
  return `${host}/${trimmed}`.toLowerCase();
}

function remotesIn(config: GitConfig): readonly string[] {
  return config
    .subsections('remote')
    .filter((name) => isBranchName(name) && config.get('remote', name, 'url') !== undefined);
}

function choose(names: readonly string[], config: GitConfig, currentBranch: string | undefined): string | undefined {
  const tracked = currentBranch === undefined ? undefined : config.get('branch', currentBranch, 'remote');
  if (tracked !== undefined && names.includes(tracked)) return tracked;
  if (names.includes('origin')) return 'origin';
  return names.length === 1 ? names[0] : undefined;
}

/** `url.<base>.insteadOf`: of several prefixes the longest wins. */
function rewritten(config: GitConfig, url: string): string {
  const [longest] = config
    .all('url', 'insteadof')
    .filter(({ value }) => value !== '' && url.startsWith(value))
    .toSorted((a, b) => b.value.length - a.value.length);
  return longest === undefined ? url : longest.subsection + url.slice(longest.value.length);
}

/** This machine, where nobody listens in. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

function mayCarryKeys(url: URL): boolean {
  return url.protocol === 'https:' || LOOPBACK.test(url.hostname);
}
