import { Buffer } from 'node:buffer';
import { Errors, type HttpClient } from 'isomorphic-git';

/** The server does not follow git's protocol, or says itself that it cannot go on. */
export class GitProtocolError extends Error {
  readonly code = 'GitProtocol';
}

/** What a server says first: where its branches are, and what it understands. */
export type Advertisement = {
  /** The branch that HEAD stands for. */
  readonly head: string | undefined;
  readonly refs: ReadonlyMap<string, string>;
  readonly capabilities: ReadonlySet<string>;
};

/**
 * Fetching over http as git's protocol version 0 has it (gitprotocol-http, gitprotocol-pack). isomorphic-git can do it
 * too, but not from a server without a default branch, and it takes a pack that was cut off for whole.
 */
export async function readAdvertisement(
  http: HttpClient,
  url: string,
  service: 'git-upload-pack' | 'git-receive-pack' = 'git-upload-pack',
): Promise<Advertisement> {
  const bytes = await exchange(http, { url: `${url}/info/refs?service=${service}`, method: 'GET' });
  const lines = [...packetLines(bytes)]
    .filter((line) => line.length > 0)
    .map((line) => line.toString('utf8').trimEnd());
  if (lines.shift() !== `# service=${service}`) throw new GitProtocolError();
  const capabilities = new Set((lines[0]?.split('\0')[1] ?? '').split(' '));
  const refs = lines.map((line) => /^([0-9a-f]{40}) (refs\/[^\0]+)/.exec(line)).filter((match) => match !== null);
  const [head] = [...capabilities].flatMap((name) => /^symref=HEAD:refs\/heads\/(.+)$/.exec(name)?.[1] ?? []);
  return { head, refs: new Map(refs.map(([, oid = '', ref = '']) => [ref, oid])), capabilities };
}

export type PackRequest = {
  readonly want: string;
  /** A commit that is here already with all of its history. */
  readonly have?: string | undefined;
  /** The files of the commit alone, from a server that can leave the history out. */
  readonly tipOnly?: boolean;
  readonly capabilities: ReadonlySet<string>;
};

/** One commit with all its history, in a pack. */
export async function requestPack(
  http: HttpClient,
  url: string,
  { want, have, tipOnly = false, capabilities }: PackRequest,
): Promise<Buffer> {
  const spoken = ['multi_ack_detailed', 'side-band-64k', 'ofs-delta'].filter((name) => capabilities.has(name));
  const request = [
    packetLine(`want ${want} ${spoken.join(' ')}\n`),
    ...(tipOnly && capabilities.has('shallow') ? [packetLine('deepen 1\n')] : []),
    FLUSH,
    ...(have === undefined ? [] : [packetLine(`have ${have}\n`)]),
    packetLine('done\n'),
  ].join('');
  const headers = {
    'content-type': 'application/x-git-upload-pack-request',
    accept: 'application/x-git-upload-pack-result',
  };
  const body = once(Buffer.from(request));
  const answer = await exchange(http, { url: `${url}/git-upload-pack`, method: 'POST', headers, body });
  return packIn(answer, spoken.includes('side-band-64k'));
}

/** Acknowledgements come first, one of them the last; then the pack, plain or in bands. */
function packIn(answer: Buffer, banded: boolean): Buffer {
  let at = 0;
  for (const line of packetLines(answer)) {
    at += line.length + 4;
    if (/^(NAK|ACK [0-9a-f]{40})\n?$/.test(line.toString('latin1'))) {
      const rest = answer.subarray(at);
      return banded ? Buffer.concat([...packetLines(rest)].map(contentOf)) : rest;
    }
    // Where history is left out, the server first lists what has no parents then, and a flush ends that list.
    if (line.length > 0 && !/^(ACK|shallow|unshallow) /.test(line.toString('latin1'))) throw new GitProtocolError();
  }
  throw new GitProtocolError();
}

/** Band 1 is the pack, 2 is for people, 3 is the server giving up. */
function contentOf(line: Buffer): Buffer {
  if (line[0] === 3) throw new GitProtocolError();
  return line[0] === 1 ? line.subarray(1) : Buffer.alloc(0);
}

const FLUSH = '0000';

function packetLine(text: string): string {
  return (text.length + 4).toString(16).padStart(4, '0') + text;
}

/** The lines' contents; a flush is an empty one. */
function* packetLines(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; ) {
    const head = bytes.toString('latin1', at, at + 4);
    const length = /^[0-9a-f]{4}$/.test(head) ? Math.max(4, Number.parseInt(head, 16)) : Number.NaN;
    if (!(at + length <= bytes.length)) throw new GitProtocolError();
    yield bytes.subarray(at + 4, at + length);
    at += length;
  }
}

async function exchange(http: HttpClient, request: Parameters<HttpClient['request']>[0]): Promise<Buffer> {
  const answer = await http.request(request);
  if (answer.statusCode !== 200) throw new Errors.HttpError(answer.statusCode, '', '');
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
