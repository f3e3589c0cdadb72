import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that can be reached from this computer only. */
export interface LocalServer {
  port: number;
  close: () => Promise<void>;
}

/** Both loopback addresses: browsers resolve `localhost` to either of them. */
const HOSTS = ['127.0.0.1', '::1'];
/** Codes of errors on a computer without IPv6, or with IPv6 only. */
const UNAVAILABLE = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Serves HTTP on `localhost`.
 * @param port 0 for a free one.
 * @throws {Error} with the code `EADDRINUSE` if another program uses the port on one of the two addresses.
 */
export async function serveLocally(port: number, listener: RequestListener): Promise<LocalServer> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  for (const host of HOSTS) {
    const server = createServer(listener);
    const wanted = servers[0] === undefined ? port : portOf(servers[0]);
    try {
      await listen(server, wanted, host);
      servers.push(server);
    } catch (cause) {
      if (UNAVAILABLE.includes((cause as NodeJS.ErrnoException).code ?? '')) continue;
      await close();
      throw cause;
    }
  }
  const [first] = servers;
  if (first === undefined) throw new Error('This computer has no loopback address (localhost)');
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

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
