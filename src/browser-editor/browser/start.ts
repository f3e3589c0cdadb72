import CMS, { type CmsConfig } from '@sveltia/cms';
import type { EditorSetup } from '../form.ts';
import type { FieldValues } from './field-values.ts';
import { readEditable, writeEditable } from './edit-document.ts';

/** Starts the editor: Sveltia CMS, with the archive's own way of reading and writing its files. */
async function start() {
  const response = await fetch('setup.json');
  if (!response.ok) throw new Error(`setup.json: ${response.status}`);
  const { config, forms } = (await response.json()) as EditorSetup;
  for (const form of forms) {
    CMS.registerCustomFormat(form.name, form.extension, {
      fromFile: (text: string) => readEditable(text, form),
      toFile: (values: FieldValues) => writeEditable(values, form),
    });
  }
  await CMS.init({ config: config as unknown as CmsConfig });
  // Sveltia CMS forbids enlarging its page with two fingers, which WCAG 2.2, 1.4.4, asks for.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=viewport]')) {
    meta.content = meta.content.replace(', maximum-scale=1', '');
  }
}

await start();
