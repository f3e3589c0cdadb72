import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Ending, tempFolder } from './temp-folder.ts';

/*
 * Real web servers, started with files of our own on a free port. They are there where Debian's
 * packages `nginx-light` and `apache2` are installed; their services need not run.
 */

export type WebServer = 'nginx' | 'apache';

const PROGRAMS: Record<WebServer, string[]> = { nginx: ['nginx'], apache: ['apache2', 'httpd'] };
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/lib/httpd/modules'];
const TYPES = ['/etc/nginx/mime.types', '/usr/local/etc/nginx/mime.types'];

/** Why a test with a server is skipped: it is not installed here. False where it is. */
export const whyNot = (server: WebServer): string | false =>
  programOf(server) !== undefined && (server === 'nginx' || modulesFolder() !== undefined)
    ? false
    : `${server} is not installed (Debian: apt-get install ${server === 'nginx' ? 'nginx-light' : 'apache2'})`;

const programOf = (server: WebServer) =>
  FOLDERS.flatMap((folder) => PROGRAMS[server].map((name) => join(folder, name))).find(existsSync);
const modulesFolder = () => MODULES.find(existsSync);

/** A folder from which servers may read, whoever they run as: of it, fill `root` with the site. */
export async function servedFolder(t: Ending): Promise<string> {
  const folder = await tempFolder(t);
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * Serves a site as its host files say.
 * @param root the document root: the site is below it at `base`.
 * @returns its origin.
 */
export async function startServer(
  t: Ending,
  server: WebServer,
  { root, base = '/' }: { root: string; base?: string },
): Promise<string> {
  const port = await freePort();
  const work = await servedFolder(t);
  const config = join(work, 'server.conf');
  const site = join(root, base);
  await writeFile(
    config,
    server === 'nginx' ? nginx(port, root, site, work) : apache(port, root, work),
  );
  const args = server === 'nginx' ? ['-p', work, '-c', config] : ['-X', '-f', config];
  const child = spawn(programOf(server) ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  t.after(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) return origin;
    if (child.exitCode !== null) throw new Error(`${server} did not start:\n${said}`);
    await setTimeout(50);
  }
}

const nginx = (port: number, root: string, site: string, work: string) => `
daemon off;
master_process off;
pid ${work}/pid;
error_log ${work}/error.log;
events {}
http {
  include ${TYPES.find(existsSync) ?? 'mime.types'};
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n  ')}
  include ${site}/http.nginx.conf;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${site}/server.nginx.conf;
  }
}
`;

const apache = (port: number, root: string, work: string) => `
ServerRoot ${work}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/error.log
DefaultRuntimeDir ${work}
${['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite']
  .map((name) => `LoadModule ${name}_module ${modulesFolder()}/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride FileInfo
  Options FollowSymLinks
  Require all granted
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
`;

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
