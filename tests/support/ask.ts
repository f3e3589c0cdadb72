import { request } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Where a redirect leads, from the root of the host. */
  location: string | undefined;
  body: string;
}

/** Asks for a path exactly as it is written, and follows no redirect. */
export function ask(origin: string, path: string): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { headers, statusCode: status = 0 } = response;
        const target = headers.location && new URL(headers.location, origin);
        const location = target ? target.pathname + target.search : undefined;
        resolve({ status, headers, location, body: Buffer.concat(chunks).toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}
