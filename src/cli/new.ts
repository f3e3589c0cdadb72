import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listContent } from '../archive/content-folder.ts';
import { yearOf } from '../archive/day.ts';
import { caucusSchema, officeSchema } from '../archive/issuer.ts';
import {
  type Draft,
  draftProblems,
  draftText,
  findIssuer,
  type Known,
  missingOptions,
  slugFromTitle,
  today,
} from '../archive/new-release.ts';
import { newestReleases } from '../archive/newest-releases.ts';
import { contactLine, contactsIn, lastContacts } from '../archive/past-contacts.ts';
import type { Problem } from '../archive/problem.ts';
import { SLUG } from '../archive/slug.ts';
import { writeNewFile } from '../archive/write-new-file.ts';
import { readIssuers, readSite } from '../build/load-archive.ts';
import { readSettings, UsageError } from '../build/settings.ts';
import { askContact, askOffice, askSlug, askTitle } from './new-questions.ts';
import { printProblems } from './report.ts';
import { run } from './run.ts';
import { Terminal } from './terminal.ts';
