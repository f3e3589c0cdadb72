import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseOf } from '../../../src/import/convert/convert-document.ts';
import { textDocument } from '../../../src/import/read/read-text.ts';
import { CONFIDENCE_BAR } from '../../../src/import/resolve/questions.ts';

const read = (text: string) => releaseOf(textDocument(text));
const STORY =
  'Nine keepers swept the stairs of the tower on Monday, and the council opened its doors to everyone who can climb them.';

const DOUBTFUL: Record<string, string> = {
  'a name alone': `Pat Placeholder\n\nMay 3, 2018\n\n${STORY}`,
  'two lines of equal shape': `Friends of the Sample Coast\n\nLamps of Nine Towers\n\n${STORY}`,
  'two headlines in capitals': `SAMPLE OPENS NINE TOWERS\n\nKEEPERS SWEEP ALL STAIRS\n\n${STORY}`,
  'what a scanner makes of stains': `3*?2f ·~ :; r 1\n\n· M - | ..V ;s /! S;V l\n\n${STORY}`,
  'whose speech it is': `Speech by the Minister for Towers\n\n${STORY}`,
  'a speech to a conference': `ADDRESS BY THE MINISTER FOR TOWERS TO A CONFERENCE ON HARBORS\n\n${STORY}`,
  'a person with an office': `Dr Pat Placeholder the Opposition Spokesman on Towers and Piers\n\n${STORY}`,
  'a note about what is attached': `Attached is the speech about the old tower and its keepers\n\n${STORY}`,
  'a first sentence that breaks off': `The Minister for Towers, Pat Placeholder, today announced grants to towers\n\n${STORY}`,
  'joined with a byline': `REPORT ON THE STATE OF NINE TOWERS BY SENATOR THE HON. PAT PLACEHOLDER, MINISTER FOR TOWERS\n\n${STORY}`,
  'joined with a number before it': `NO. /80 NINE TOWERS TO OPEN ON MONDAY\n\n${STORY}`,
  'joined with the number of a kit': `NINE TOWERS TO OPEN ON MONDAY KIT (1)\n\n${STORY}`,
  'misread by a scanner': `·~ :; r 1\n\nThe Hon. Pat Placeholder MP\n\nCAUTION STTLL THB KEY TO TOWERS\n\n${STORY}`,
  'above the rest of its words, set apart': `The Hon. Pat Placeholder MP\n\nNINE TOWERS OPEN\n\nAn d a l l o f t h e k e e p e r s\n\n${STORY}`,
  'above what may be the rest of it': `The Hon. Pat Placeholder MP\n\n3 May 1993\n\nTHE YEAR OF NINE TOWERS\n\nDEPARTMENT OF TOWERS AND HARBOURS\n\n${STORY}`,
  'the first of two sentences that are neither': `They cost nine coins whether or not the keeper of the pier is asked. Tours of the Tower\n\n${STORY}`,
  'joined with whose statement it is': `HARBOURS OF THE SAMPLE COAST STATEMENT BY THE DELEGATION OF SAMPLETON\n\n${STORY}`,
  'joined with its kind': `MEDIA . . . NINE TOWERS TO OPEN ON MONDAY\n\n${STORY}`,
  'a chapter': `2. OBJECTIVES OF THE PLAN FOR TOWERS\n\n${STORY}`,
  'broken off in a bracket': `Nine towers are open, say keepers (S T\n\n${STORY}`,
  'perhaps the first of two lines': `Sample County Secures Nine Year Sentence for Clerk\nCharged in Connection with the Fire at the Old Pier\n\n${STORY}`,
};
for (const [what, text] of Object.entries(DOUBTFUL)) {
  test(`there is doubt in a headline that is ${what}`, () => {
    const { fields, confidence } = read(text);
    assert.ok(confidence.title < CONFIDENCE_BAR, `${fields.title}: ${confidence.title}`);
  });
}

test('a letterhead is no headline, and a release without one has none', () => {
  const { fields, leftOut } = read(
    `From the Minister for Towers and Harbours\n\n3 May 1993 14/93\n\n${STORY}`,
  );
  assert.equal(fields.title, null);
  assert.equal(fields.date, '1993-05-03');
  assert.ok(leftOut.some(({ text }) => text === 'From the Minister for Towers and Harbours'));
});

test('the first sentence is body, however short its lines and many its names', () => {
  const { fields, story } = read(
    'Old Tower to Open Its Doors\n\nThe Mayor of Sampleton, Pat Placeholder, and the\nSecretary of Towers, Sam Sample, today announced\nthe opening of the Old Tower in Mill Street.\n\nIt opens in May.',
  );
  assert.equal(fields.subtitle, null);
  assert.ok(story.startsWith('The Mayor of Sampleton, Pat'), story);
});

test('a sentence that the markup of a page divides does not begin in its middle', () => {
  const { fields, story } = read(
    `Old Tower Opens Its Doors | Harbor Office\nNews\nOld Tower Opens Its Doors\nMay 3, 2018\nCouncilmember\nPat Placeholder\nopened the old tower on Monday, and ${STORY}`,
  );
  assert.equal(fields.title, 'Old Tower Opens Its Doors');
  assert.ok(story.startsWith('Pat Placeholder opened') || story.startsWith('Councilmember'), story);
});

test('the greeting of a mail begins its text', () => {
  const { fields, story } = read(`Good morning,\n\n${STORY}`);
  assert.equal(fields.title, null);
  assert.ok(story.startsWith('Good morning,'));
});

test('words above and below a headline are all accounted for', () => {
  const { account } = read(
    `Harbor Office\nPage 1\n\nFOR IMMEDIATE RELEASE\t\tContact: Casey Keeper\nMay 3, 2018\t\t(916) 555-0101\n\nOLD TOWER\nOPENS ITS DOORS\n\nSAMPLETON\n–\n${STORY}`,
  );
  assert.deepEqual(account.missing, []);
});

for (const mark of ['1.', '1)', '(1)', '(a)', 'a)', '•']) {
  test(`an item “${mark}” below the headline begins the story, as short as it is`, () => {
    const { fields, story } = read(
      `Sample Lists the Steps\n\nMay 3, 2018\n\n${mark} Sweep the stairs.\n\n${STORY}`,
    );
    assert.deepEqual([fields.title, fields.subtitle], ['Sample Lists the Steps', null]);
    assert.match(story, /^\S+ Sweep the stairs\./);
  });
}

test('a long headline may end with the word for a body, and a note below it is none', () => {
  const title = 'NINE KEEPERS FACE TRIAL FOR THE THEFT OF EVERY LAMP AT A NEW YEAR’S PARTY';
  const { fields, confidence } = read(
    `FOR IMMEDIATE RELEASE\nMay 3, 2018\n\n${title}\n*A tenth to be tried for hiding one lamp\n\nSAMPLETON – ${STORY}`,
  );
  assert.equal(fields.title, title);
  assert.ok(confidence.title >= CONFIDENCE_BAR);
});

const CERTAIN: Record<string, string> = {
  'Nine Towers Open': `Sample County Sheriff’s Office\n\nIncident: Fog at the pier\nPrepared by: Lt. Casey Keeper\nPages: 3\n\nNine Towers Open\n\n${STORY}`,
  'Neun Türme öffnen am Montag': `Ministerium für Türme\nPressestelle\nPressemitteilung Nr. 42/2019\n\nNeun Türme öffnen am Montag\n\n${STORY}`,
  'Nueve torres abrirán el lunes': `Nota de prensa nº 17\nAyuntamiento de Ejemplo\nConcejalía de Cultura\n\nNueve torres abrirán el lunes\n\n${STORY}`,
  'Old Tower Opens Its Doors': `Congressman Lee Sample\nRepresenting the 99th District of Sample\nHome » News » Press Releases\n\nOld Tower Opens Its Doors\n\n${STORY}`,
  'Statement from Mayor Sam Sample on the Closing of the Pier': `Sampleton City Hall, Room 200\n\n**Statement from Mayor Sam Sample on the Closing of the Pier**\n\n${STORY}`,
  'Harbor Office Opens Nine Towers to Summer Visitors': `Harbor Office Opens Nine Towers to Summer Visitors\nKeepers Will Lead Tours on Saturdays\n\n${STORY}`,
  'NINE TOWERS TO OPEN ON MONDAY': `The Hon. Pat Placeholder MP\n\nNINE TOWERS TO OPEN ON MONDAY MPH 12/93\n\n${STORY}`,
  'NINE TOWERS REOPEN ON FRIDAY': `The Hon. Pat Placeholder MP\n\nMPH 12/93 NINE TOWERS REOPEN ON FRIDAY\n\n${STORY}`,
  'LAMPS FOR NINE TOWERS IN 1992/93': `The Hon. Pat Placeholder MP\n\nMedia Release LAMPS FOR NINE TOWERS IN 1992/93\n\n${STORY}`,
  'Nine Towers Open to Everyone': `Press Release: Nine Towers Open to Everyone\n\nMay 3, 2018\n\n${STORY}`,
  'Neun Türme öffnen am Freitag': `Pressemitteilung Nr. 7/2019 – Neun Türme öffnen am Freitag\n\n3. Mai 2019\n\n${STORY}`,
  'TOWERS FOR NINE KEEPERS': `The Hon. Pat Placeholder MP\n\n12/93 3 May 1993\n\n° ‘ TOWERS FOR NINE KEEPERS .  .\n\n${STORY}`,
  'TOWER STAIRS': `From the Minister for Towers\n\nMEDIA RELEASE\n\nTOWER STAIRS\n\n${STORY}`,
  'NINE LAMPS FOR THE OLD PIER': `Minister for Towers\nNo: Date:MPH 12 3 MAY 1993NINE LAMPS FOR THE OLD PIERThe keepers have nine lamps. ${STORY}`,
  'KEEPERS URGE REPAIR OF THE PIER': `Member for Sampleton\n\nKEEPERS URGE REPAIR OF THE PIER The nine keepers of the tower asked for it. ${STORY}`,
  'NEW LAMPS FOR THE HARBOUR SOCIETY OF SAMPLETON': `MINISTER FOR TOWERS\nFOR MEDIA  WEDNESDAY 4 JUNE 1980\nNEW LAMPS FOR THE HARBOUR SOCIETY OF SAMPLETON\n${STORY}`,
  'Lamps Fail at Nine Towers': `FOR IMMEDIATE RELEASE  Sampleton, 8 May 1990\n\nLamps Fail at Nine Towers\n\n${STORY}`,
  'KEEPERS WORK WITH HPD TO REPAIR NINE LAMPS': `Casey.keeper@HarborBoard.example.org\n\nFOR IMMEDIATE RELEASE\n\nKEEPERS WORK WITH HPD TO REPAIR NINE LAMPS\n\n${STORY}\n\n###`,
  'ADDITIONAL LAMPS FOR NINE TOWERS': `Keepers’ news and views of the towers\n\nMay 3, 2018\n\nADDITIONAL LAMPS FOR NINE TOWERS\n\n${STORY}`,
};
for (const [headline, text] of Object.entries(CERTAIN)) {
  test(`“${headline}” is a headline for certain, whatever is above it`, () => {
    const { fields, confidence } = read(text);
    assert.equal(fields.title, headline);
    assert.ok(confidence.title >= CONFIDENCE_BAR, String(confidence.title));
  });
}

test('a line that ends in the middle of its sentence goes on in the next one', () => {
  const { fields } = read(
    `FOR IMMEDIATE RELEASE\n\nSample County joins a lawsuit challenging\nThe Fee for Lamps\n\n${STORY}`,
  );
  assert.equal(fields.title, 'Sample County joins a lawsuit challenging The Fee for Lamps');
});

test('a headline between the place with its day and the story is none of its sentences', () => {
  const { fields } = read(
    `Ejemplo, 3 de marzo de 2020\n\nEl Gobierno destina nueve millones a renovar los faros de la costa\n\n${STORY}`,
  );
  assert.equal(fields.title, 'El Gobierno destina nueve millones a renovar los faros de la costa');
  assert.equal(fields.date, '2020-03-03');
});
