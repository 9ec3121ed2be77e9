import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type FakeProxy = {
  readonly host: string;
  /** `CONNECT contoso.test:443`, and the credentials that came along. */
  readonly asked: { readonly what: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
};

/** A proxy that leads every tunnel to one port of this machine, or answers it with a status. */
export async function startProxy(to: { readonly port: number } | { readonly status: number }): Promise<FakeProxy> {
  const asked: FakeProxy['asked'] = [];
  const sockets = new Set<Socket>();
  const note = ({ method = '', url = '', headers }: IncomingMessage): void => {
    asked.push({ what: `${method} ${url}`, authorization: headers['proxy-authorization'] });
  };
  const server = createServer((request, response) => {
    note(request);
    response.writeHead('status' in to ? to.status : 501).end();
  });
  server.on('connect', (request, socket: Socket) => {
    note(request);
    if ('status' in to) {
      socket.end(`HTTP/1.1 ${to.status} no\r\n\r\n`);
      return;
    }
    const behind = connect(to.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 ok\r\n\r\n'));
    for (const end of [socket, behind]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
    }
    behind.pipe(socket);
    socket.pipe(behind);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
