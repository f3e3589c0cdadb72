import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listContent } from '../archive/content-folder.ts';
import type { Contact } from '../archive/frontmatter.ts';
import { lastContacts } from '../archive/past-contacts.ts';
import { splitRelease } from '../archive/split-release.ts';
import type { ContentIndex } from '../load/content-index.ts';
import type { ImportArchive } from '../import/ports.ts';
import type { Report } from '../import/report/report.ts';

/** The archive as an import needs it. */
export async function importArchive(
  contentDir: string,
  index: ContentIndex,
  report: Report,
): Promise<ImportArchive> {
  const { releases } = await listContent(contentDir);
  const contacts = new Map<string, Contact[]>();
  return {
    offices: index.known.offices,
    caucuses: index.known.caucuses,
    fileOf: index.fileOf,
    lastContacts(offices, until) {
      // A month is near enough, and an office that has issued nothing is not looked for each time.
      const key = `${offices.join(' ')} ${until.slice(0, 7)}`;
      let known = contacts.get(key);
      if (known === undefined) {
        known = lastContacts(offices, (office) => index.newest(until, office)).map(
          (past) => past.contact,
        );
        contacts.set(key, known);
      }
      return known;
    },
    *texts() {
      for (const path of releases) {
        const text = readFileSync(join(contentDir, path), 'utf8');
        const parts = splitRelease(text);
        yield {
          id: basename(path, '.md'),
          markdown: 'missing' in parts ? text : parts.body,
        };
      }
    },
    earlierImports: (name) => report.earlierImports(name),
  };
}
