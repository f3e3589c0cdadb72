import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { type StarterWords, starterLanguage, starterWords } from './starter-words.ts';

/** Where an archive can be published by the files that come with a new one. */
export const STARTER_HOSTS = ['github-pages', 'gitlab', 'netlify', 'cloudflare'] as const;
export type StarterHost = (typeof STARTER_HOSTS)[number];

/** What a new archive is made from. */
export interface Starter {
  title: string;
  /** The name of the file that describes the first office, without `.yaml`. */
  slug: string;
  office: { name: string; member?: string | undefined; title?: string | undefined };
  /** A BCP 47 tag. */
  language: string;
  /** Of the IANA, as in `America/Los_Angeles`. */
  timezone: string;
  hosts: readonly StarterHost[];
  /** The address at which the site will be published, if it is known. */
  site?: string | undefined;
  /** Whether releases can be written in a browser, and the owner and name of the repository then. */
  editor?: { repository: string } | undefined;
  /** Where git finds the program, and the commit or tag of it that the archive uses. */
  program: { repository: string; version: string };
}

/** Commands of the program that the archive has too. */
const COMMANDS = [
  'start',
  'dev',
  'check',
  'build',
  'record',
  'new',
  'import',
  'quote',
  'packet',
  'verify',
];

/** The files of each host, by their paths in the archive, and how the first publication goes. */
const HOST_FILES: Record<StarterHost, { files: Record<string, string>; publish: string }> = {
  'github-pages': {
    files: { '.github/workflows/publish.yml': 'github-pages.yml' },
    publish:
      'Push it to a repository on GitHub, and choose “GitHub Actions” under Settings, Pages. From then on each push publishes.',
  },
  gitlab: {
    files: { '.gitlab-ci.yml': 'gitlab-ci.yml' },
    publish:
      'Push it to a project on GitLab. From then on each push publishes; `.gitlab-ci.yml` says how statements are recorded there.',
  },
  netlify: {
    files: { 'netlify.toml': 'netlify.toml', '.github/workflows/record.yml': 'record.yml' },
    publish:
      'Push it to a repository on GitHub, and add that as a site on Netlify. From then on each push publishes.',
  },
  cloudflare: {
    files: { 'wrangler.toml': 'wrangler.toml', '.github/workflows/record.yml': 'record.yml' },
    publish:
      'Push it to a repository on GitHub, and connect that in Cloudflare Pages, with “Build cache” switched on and the build command that `wrangler.toml` has. From then on each push publishes.',
  },
};

/** Pages that most offices must have; drafts, until they are filled in. */
const OWN_PAGES = ['accessibility.md', 'privacy.md'];

/** The files of a new archive with a first office and no release, by their paths. */
export function starterFiles(starter: Starter): Map<string, string> {
  const { title, slug, office, hosts, site } = starter;
  const publish = hosts.map((host) => HOST_FILES[host].publish).join('\n\n   Or: ');
  return new Map([
    [
      'README.md',
      readmeOf({
        title,
        editor: editorOf(starter),
        office: slug,
        publish,
        site: site === undefined ? '' : ` (now \`${site}\`)`,
      }),
    ],
    ['package.json', packageOf(starter)],
    ['run.mjs', template('run.mjs')],
    ['.gitignore', template('gitignore')],
    ['.gitattributes', '* text=auto eol=lf\n'],
    ['.node-version', '24\n'],
    ['content/site.yaml', siteOf(starter)],
    [`content/offices/${slug}.yaml`, officeOf(office, starterWords(starter.language))],
    ['content/releases/.gitkeep', ''],
    ...OWN_PAGES.map(
      (name) =>
        [
          `content/pages/${name}`,
          template(`pages/${starterLanguage(starter.language)}/${name}`),
        ] as const,
    ),
    ...hosts.flatMap((host) =>
      Object.entries(HOST_FILES[host].files).map(
        ([path, name]) => [path, template(`workflows/${name}`)] as const,
      ),
    ),
  ]);
}

const template = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8');

const readmeOf = (words: Record<string, string>) =>
  template('README.md').replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');

function packageOf({ slug, program, site }: Starter): string {
  const scripts = [...COMMANDS, 'upgrade'].map((name) => [name, `node run.mjs ${name}`]);
  const fields = {
    name: `${slug}-archive`,
    private: true,
    type: 'module',
    scripts: Object.fromEntries(scripts) as Record<string, string>,
    onTheRecord: { ...program, ...(site !== undefined && { site }) },
  };
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

function siteOf({ title, office, language, timezone, hosts, editor }: Starter): string {
  const [host] = hosts;
  const fields = {
    title,
    description: starterWords(language).description.replace('{office}', () => office.name),
    publisher: office.name,
    language,
    timezone,
    // Of GitLab Pages the program does not know what it does with former addresses.
    ...(hosts.length === 1 && host !== 'gitlab' && { host }),
    ...(editor && {
      editor: { backend: host === 'gitlab' ? 'gitlab' : 'github', repository: editor.repository },
    }),
  };
  return stringify(fields);
}

/** What the README says of writing in a browser. */
const editorOf = ({ editor, hosts, site }: Starter) =>
  editor === undefined
    ? ''
    : `${template('editor.md')}\n`
        .replaceAll('{address}', () => new URL('admin/', site ?? 'https://press.example.org/').href)
        .replaceAll('{backend}', hosts[0] === 'gitlab' ? 'GitLab' : 'GitHub');

/** The fields that are not known yet are there as comments. */
function officeOf(office: Starter['office'], words: StarterWords): string {
  const known = Object.entries(office).filter(([, value]) => value !== undefined);
  const more = {
    member: words.member,
    title: words.title,
    district: words.district,
    url: 'https://example.org',
  };
  const missing = Object.entries(more).filter(([field]) => !known.some(([name]) => name === field));
  const comments = missing.map(([field, example]) => `# ${field}: ${example}\n`).join('');
  return stringify(Object.fromEntries(known)) + comments;
}
