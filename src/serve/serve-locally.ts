import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers on this computer alone. */
export interface LocalServer {
  port: number;
  close: () => Promise<void>;
}

/**
 * Both addresses of this computer itself: `localhost` is the one or the other, as the browser has it. No
 * other computer reaches them.
 */
const HOSTS = ['127.0.0.1', '::1'];
/** Where a computer has no IPv6, or IPv6 alone. */
const NO_SUCH_HOST = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Answers HTTP on `localhost`.
 * @param port 0 for a free one.
 * @throws {Error} with the code `EADDRINUSE` if another program has the port on one of the two addresses.
 */
export async function serveLocally(port: number, listener: RequestListener): Promise<LocalServer> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closed));
  };
  for (const host of HOSTS) {
    const server = createServer(listener);
    const wanted = servers[0] === undefined ? port : portOf(servers[0]);
    try {
      await listen(server, wanted, host);
      servers.push(server);
    } catch (cause) {
      if (NO_SUCH_HOST.includes((cause as NodeJS.ErrnoException).code ?? '')) continue;
      await close();
      throw cause;
    }
  }
  const [first] = servers;
  if (first === undefined) throw new Error('This computer has no address of its own (localhost)');
  return { port: portOf(first), close };
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
