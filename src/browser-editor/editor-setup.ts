import { editorSchemas, forEditors, type JsonSchema } from '../archive/editor-schemas.ts';
import type { EditorSettings } from '../archive/editor-settings.ts';
import { fieldDefinition, fieldNames } from '../archive/frontmatter.ts';
import { ownPageSchema } from '../archive/own-page.ts';
import type { Site } from '../archive/site.ts';
import { backendOf } from './editor-backend.ts';
import { BODY, type EditorSetup, type Form, SOURCE } from './form.ts';
import { type EditorField, type FieldNotes, formFields } from './form-fields.ts';

const RELEASE_NAME = '^\\d{4}-\\d{2}-\\d{2}(?:-[a-z0-9]+)+$';
/** Characters of a file's name from the headline, as of `npm run new`. */
const SLUG_LENGTH = 'YYYY-MM-DD-'.length + 60;

/** The text is edited as the Markdown that it is, so that a change touches nothing else. */
const TEXT: EditorField = {
  name: BODY,
  label: 'Text',
  widget: 'richtext',
  modes: ['raw', 'rich_text'],
  hint: 'a blank line ends a paragraph',
};
const HIDDEN_SOURCE: EditorField = { name: SOURCE, widget: 'hidden' };

/** Texts of the archive's own without fields. Only a name with this end is taken for a single file of Markdown. */
const TEXT_ALONE: Form = {
  name: 'text-frontmatter',
  extension: 'md',
  isTextAlone: true,
  fields: [],
};
const OWN_TEXTS = [
  { name: 'home', label: 'Introduction of the front page', hint: 'leave it empty to have none' },
  { name: 'footer', label: 'Foot of each page', hint: 'a line or two, such as an address' },
];

/** What the editor in the browser is made of, from the schemas by which files are checked. */
export function editorSetup(
  { title }: Pick<Site, 'title'>,
  settings: EditorSettings,
  address: string,
): EditorSetup {
  const folder = settings.folder ?? 'content';
  const below = (path: string) => (folder === '' ? path : `${folder}/${path}`);
  const { release, office, caucus, site } = editorSchemas();
  const contacts = { contact: { isOftenOne: true } };
  const releases = collection('releases', 'md', release, releaseNotes());
  const offices = collection('offices', 'yaml', office, {
    ...contacts,
    caucuses: { from: 'caucuses' },
  });
  const caucuses = collection('caucuses', 'yaml', caucus, {});
  const pages = collection('pages', 'md', forEditors(ownPageSchema, ''), {});
  const siteFile = collection('site', 'yaml', site, { share_pictures: { isChoice: true } });
  const config = {
    load_config_file: false,
    app_title: title,
    site_url: address,
    display_url: address,
    backend: backendOf(settings),
    publish_mode: settings.review ? 'editorial_workflow' : 'simple',
    media_folder: below('media'),
    public_folder: '/media',
    slug: { encoding: 'ascii', clean_accents: true, maxlength: SLUG_LENGTH },
    collections: [
      {
        ...releases.shown,
        folder: below('releases'),
        path: "{{date | date('YYYY')}}/{{slug}}",
        slug: {
          template: '{{date}}-{{title}}',
          editable: ['create'],
          hint: 'the file’s name, from day and headline; once published it stays',
          pattern: [RELEASE_NAME, 'Use the day, small letters a to z, digits and single hyphens'],
        },
        identifier_field: 'title',
        summary: '{{date}} {{title}}',
        sortable_fields: {
          fields: ['date', 'title'],
          default: { field: 'date', direction: 'Descending' },
        },
        view_filters: [{ label: 'Drafts', field: 'draft', pattern: true }],
      },
      { ...offices.shown, folder: below('offices'), slug: '{{name}}', identifier_field: 'name' },
      { ...caucuses.shown, folder: below('caucuses'), slug: '{{name}}', identifier_field: 'name' },
      { ...pages.shown, folder: below('pages'), slug: '{{title}}', identifier_field: 'title' },
      {
        name: 'site',
        label: 'Site',
        files: [
          {
            name: 'site',
            label: 'site.yaml',
            file: below('site.yaml'),
            format: 'site',
            fields: siteFile.shown['fields'],
          },
          ...OWN_TEXTS.map(({ name, label, hint }) => ({
            name,
            label,
            file: below(`site/${name}.md`),
            format: TEXT_ALONE.name,
            fields: [{ ...TEXT, hint, required: false }, HIDDEN_SOURCE],
          })),
        ],
      },
    ],
  };
  const forms = [releases, offices, caucuses, pages, siteFile].map(({ form }) => form);
  return { config, forms: [...forms, TEXT_ALONE] };
}

function collection(
  name: string,
  extension: Form['extension'],
  schema: JsonSchema,
  notes: Readonly<Record<string, FieldNotes>>,
): { shown: EditorField; form: Form } {
  const fields = formFields(schema, notes);
  const shown = fields.map((field) => field.shown);
  const collection = {
    name,
    label: name.replace(/^./, (letter) => letter.toUpperCase()),
    format: name, // which has the extension

    create: true,
    delete: false, // what was published is withdrawn, never deleted
    fields: [
      ...shown.filter(({ required }) => required),
      ...(extension === 'md' ? [TEXT] : []),
      ...shown.filter(({ required }) => !required),
      HIDDEN_SOURCE,
    ],
  };
  return { shown: collection, form: { name, extension, fields: fields.map(({ form }) => form) } };
}

function releaseNotes(): Record<string, FieldNotes> {
  const notes = fieldNames.map((name): [string, FieldNotes] => {
    const { refersTo, isOftenOne = false } = fieldDefinition(name);
    const from = refersTo === 'offices' || refersTo === 'caucuses' ? { from: refersTo } : {};
    return [name, { ...from, isOftenOne }];
  });
  return {
    ...Object.fromEntries(notes),
    date: { default: '{{now}}' },
    draft: { default: true },
    'attachments.file': { isMedia: true },
  };
}
