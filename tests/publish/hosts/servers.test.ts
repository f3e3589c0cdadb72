import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostFiles } from '../../../src/publish/hosts/host-files.ts';
import { ask } from '../../support/ask.ts';
import { caseRedirects, caseSite, HOST_CASES, targetOf } from '../../support/host-cases.ts';
import { writeFiles } from '../../support/temp-folder.ts';
import { servedFolder, startServer, whyNot } from '../../support/web-servers.ts';

const PAGES = ['/', '/releases', '/offices'];

for (const server of ['nginx', 'apache'] as const) {
  for (const base of ['/', '/archive/']) {
    const where = base === '/' ? 'at the root' : `below ${base}`;
    test(
      `${server} ${where} leads every kind of former address on`,
      { skip: whyNot(server) },
      async (t) => {
        const root = await servedFolder(t);
        const isPage = (path: string) => PAGES.includes(path.slice(base.length - 1));
        const files = hostFiles(caseRedirects(base), { base, host: server, isPage });
        await writeFiles(join(root, base), { ...caseSite(), ...files });
        const origin = await startServer(t, server, { root, base });
        const wrong: string[] = [];
        for (const [n, { kind, asked, others = [] }] of HOST_CASES.entries()) {
          const target = base + targetOf(n).slice(1);
          for (const path of asked) {
            const { status, location } = await ask(origin, base + path.slice(1));
            if (status !== 301 || location !== target)
              wrong.push(`${kind}: ${path} ${status} ${location}`);
          }
          for (const path of others) {
            const { status, location } = await ask(origin, base + path.slice(1));
            if (location === target) wrong.push(`${kind}: ${path} ${status} ${location}`);
          }
        }
        assert.deepEqual(wrong, []);
        const page = await ask(origin, `${base}offices/`);
        assert.deepEqual([page.status, /Offices/.test(page.body)], [200, true]);
        for (const path of ['nothing', 'nothing/here/', ...Object.keys(files)]) {
          const { status, body } = await ask(origin, base + path);
          // Apache says of its own file that it is forbidden.
          if (path !== '.htaccess')
            assert.deepEqual([path, status, /Not found/.test(body)], [path, 404, true]);
          else assert.doesNotMatch(body, /Rewrite/);
        }
      },
    );
  }
}
