import { releasePath } from '../archive/release.ts';

/** What to do about a recorded release whose file is missing without an explanation. */
export const missingRelease = (id: string) =>
  `${id} is recorded, but its file is not there; put it back; or, if it has another ` +
  `name now, add ${releasePath(id)} to the aliases there; or say why it is gone: ` +
  `npm run record -- --gone "the reason" ${id}`;
