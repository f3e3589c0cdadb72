import { parseAllDocuments } from 'yaml';

/** An example of a specification of Markdown; its HTML where the suite gives it. */
export interface Example {
  markdown: string;
  html?: string | undefined;
}

/** A case of the YAML test suite. */
export interface YamlCase {
  name: string;
  yaml: string;
  fails: boolean;
  /** The data as JSON, a text for each document; undefined where it has no form as JSON. */
  json: string | undefined;
}

/** The examples in the text of a specification of Markdown; none in another text. */
export function readExamples(spec: string): Example[] {
  const fence = '`'.repeat(32);
  const parts = spec
    .split('\r')
    .join('')
    .split(new RegExp(`^${fence}(.*)$`, 'm'));
  return parts.flatMap((part, n): Example[] => {
    if (!/^ example/.test(parts[n - 1] ?? '')) return [];
    const [markdown = '', html = ''] = part.slice(1).split(/^\.\n/m);
    const tabbed = (text: string) => text.replaceAll('→', '\t');
    return [{ markdown: tabbed(markdown), html: tabbed(html) }];
  });
}

/** The HTML of html5lib's tests of trees. */
export function readTrees(text: string): string[] {
  return text
    .split(/^#data\n/m)
    .slice(1)
    .map((part) => part.split(/\n#errors\n/)[0] ?? '');
}

/** The cases of a file of the YAML test suite, whose marks mean white space. */
export function readYamlCases(text: string, id: string): YamlCase[] {
  const [document] = parseAllDocuments(text);
  const list = (document && 'toJS' in document ? document.toJS() : []) as Record<string, unknown>[];
  const before: Record<string, unknown> = {};
  return list.map((one, n) => {
    Object.assign(before, one); // what a further case does not say is as in the one before
    const yaml = String(before['yaml'])
      .replaceAll('␣', ' ')
      .replace(/—*»/g, '\t')
      .replaceAll('⇔', '\ufeff')
      .replaceAll('←', '\r')
      .replaceAll('↵', '')
      .replace(/∎\n?$/, '');
    const json = typeof one['json'] === 'string' ? one['json'] : undefined;
    return { name: `${id}/${n}`, yaml, fails: one['fail'] === true, json };
  });
}
