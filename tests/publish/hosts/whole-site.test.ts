import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../../support/site.ts';
import { trySite } from '../../support/try-site.ts';
import { servedFolder, startServer, whyNot } from '../../support/web-servers.ts';

for (const server of ['nginx', 'apache'] as const) {
  for (const base of ['/', '/archive/']) {
    const name = `below ${base} ${server} serves every file as it was built, with headers that break nothing`;
    test(name, { skip: whyNot(server) }, async (t) => {
      const root = await servedFolder(t);
      const folder = join(root, base);
      await cp(await builtSite({ base }), folder, { recursive: true });
      const origin = await startServer(t, server, { root, base });
      const wrong = await trySite(origin + base, { folder, hasHeaders: true, hasCaching: true });
      assert.deepEqual(wrong, []);
    });
  }
}
