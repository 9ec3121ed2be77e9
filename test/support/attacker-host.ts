import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of an attacker's. It remembers all that anybody sends to it. */
export class AttackerHost implements AsyncDisposable {
  readonly seen: IncomingHttpHeaders[] = [];
  readonly #server = createServer((request, response) => {
    this.seen.push(request.headers);
    response.end('{}');
  });

  static async start(): Promise<AttackerHost> {
    const attacker = new AttackerHost();
    await new Promise<void>((listening) => attacker.#server.listen(0, '127.0.0.1', listening));
    return attacker;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((closed) => void this.#server.close(() => closed()));
  }
}
