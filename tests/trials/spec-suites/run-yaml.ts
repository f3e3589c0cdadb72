import { parseYaml } from '../../../src/archive/yaml.ts';
import type { YamlCase } from './read-suites.ts';
import type { Figures } from './run-markdown.ts';

/** Reads cases as frontmatter is read: what is accepted must hold all that the case says it holds. */
export function runYaml(cases: readonly YamlCase[]): Figures {
  const found: Figures = { suite: 'yaml-test-suite', examples: cases.length, accepted: 0, refused: 0, silent: [], wrongIds: [] }; // prettier-ignore
  for (const { name, yaml, fails, json } of cases) {
    const { data, errors } = parseYaml(yaml);
    if (errors.length > 0 || data === null) {
      found.refused++; // fields there must be: nothing is no release
      continue;
    }
    const read = JSON.stringify(data);
    const expected = json === undefined ? undefined : normalized(json);
    const isWrong = fails || (expected !== undefined && asText(data) !== expected);
    if (isWrong)
      found.silent.push(`${name}: ${JSON.stringify(yaml)} is read as ${read}, not ${expected ?? 'an error'}`); // prettier-ignore
    else found.accepted++;
  }
  return found;
}

/** Values as texts: plain ones are read as they are written, so that `65` is “65” and `1.10` “1.10”. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null) return '';
    if (Array.isArray(inner)) return inner;
    if (typeof inner === 'object') return Object.fromEntries(Object.entries(inner).sort());
    const text = String(inner);
    return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
  });
}

function normalized(json: string): string {
  try {
    return asText(JSON.parse(json));
  } catch {
    return 'several documents';
  }
}
