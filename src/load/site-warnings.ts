import { join } from 'node:path';
import { formatDay, isDay, type Day } from '../archive/day.ts';
import { UNKNOWN_OWNER } from '../archive/editor-settings.ts';
import type { Problem } from '../archive/problem.ts';
import type { Site } from '../archive/site.ts';
import { LANGUAGES, nearestLanguage } from '../words/languages.ts';
import type { Parts } from './read-parts.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What is to be mended in `site.yaml`. @param today the day of the build. */
export function siteWarnings(
  contentDir: string,
  { site, lineOf }: Pick<Parts, 'site' | 'lineOf'>,
  today: Day,
): Problem[] {
  const at = (...field: string[]) => ({ file: join(contentDir, 'site.yaml'), line: lineOf(field) });
  return [
    ...languageWarnings(site.language, at('language')),
    ...editorWarnings(site.editor, at('editor', 'repository')),
    ...securityWarnings(site, today, at('security', 'expires')),
  ];
}

/** A site whose language the interface does not have: it is in English around the releases. */
function languageWarnings(language: string, place: Pick<Problem, 'file' | 'line'>): Problem[] {
  if (nearestLanguage(language) !== undefined) return [];
  const message = `is ${language}, but the pages of this site have no words in it: they are in English`;
  const hint = `add them as CONTRIBUTING says under “A new language”, or choose one of ${Object.keys(LANGUAGES).join(', ')}`;
  return [{ ...place, field: 'language', message, hint }];
}

/** An editor that looks for the archive's files in a repository that nobody has named. */
function editorWarnings(editor: Site['editor'], place: Pick<Problem, 'file' | 'line'>): Problem[] {
  if (!editor?.repository.startsWith(`${UNKNOWN_OWNER}/`)) return [];
  const message = `is ${editor.repository}, as it was when the archive began: /admin/ finds no files there`;
  const hint = 'give the owner and the name of the repository, as in sample-office/press-archive';
  return [{ ...place, field: 'editor.repository', message, hint }];
}

/** A `security.txt` that has expired, soon will, or is valid for more than a year. */
export function securityWarnings(
  { security }: Pick<Site, 'security'>,
  today: Day,
  place: { file: string; line: number },
): Problem[] {
  if (security === undefined || !isDay(security.expires)) return [];
  const days = (Date.parse(security.expires) - Date.parse(today)) / DAY;
  const on = formatDay(security.expires, 'en');
  const hint = 'see that the contact is still right, and give a day within a year from now';
  const message =
    days < 0
      ? `expired on ${on}: someone who finds a security problem will not trust the contact`
      : days <= 30
        ? `expires on ${on}`
        : days > 366
          ? `is ${on}, more than a year away: someone who finds a security problem may not trust the contact`
          : undefined;
  return message === undefined ? [] : [{ ...place, field: 'security.expires', message, hint }];
}
