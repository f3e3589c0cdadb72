import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertDocument } from '../../../src/import/convert/convert-document.ts';
import { kindOf, type SourceKind } from '../../../src/import/read/read-source.ts';

const FIXTURES = join('tests', 'fixtures', 'import');

export async function convertFixture(name: string) {
  return convertDocument(await readFile(join(FIXTURES, name)), kindOf(name) as SourceKind);
}

/** Contacts in short. */
export const people = (contact: { name: string | null; phone: string | null }[] | null) =>
  (contact ?? []).map(({ name, phone }) => `${name} ${phone}`);
