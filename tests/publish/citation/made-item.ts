import { type CslItem, dateParts } from '../../../src/publish/citation/csl-item.ts';

/** A release as CSL-JSON, plainly made up. */
export const madeItem = (more: Partial<CslItem> = {}): CslItem => ({
  id: '2017-11-22-a',
  type: 'webpage',
  genre: 'Press release',
  title: 'Lanterns Lit in Example County',
  author: [{ literal: 'Office of Assemblymember Example' }],
  issued: dateParts('2017-11-22'),
  'container-title': 'On the Record',
  language: 'en',
  URL: 'https://press.example.org/releases/2017/11/22/a/',
  ...more,
});
