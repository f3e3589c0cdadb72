import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignTo, outcomeOf, placeOf } from './made-entry.ts';
import { BRIDGE, CHINESE_CLINIC, CLINIC, HARVEST, VIETNAMESE_CLINIC } from './paragraphs.ts';

/** What becomes of the statement with which a release opens, when another takes its place. */
const opensWith = (before: string, after: string, rest = CLINIC) =>
  outcomeOf(alignTo([[before, rest]], [after, rest]), before);

const english = (news: string) =>
  `Sen. Alex Example (D-Placeholder Falls), Chair of the Committee on Invented Affairs, today announced ${news}.`;

test('the phrase with which an office opens its releases is no evidence that two announce the same', () => {
  const repairs = english('repairs of the wooden bridge at Sample Creek');
  assert.equal(
    opensWith(repairs, english('a printing press for four branch libraries')),
    'removed',
  );
  assert.equal(
    opensWith(repairs, english('urgent repairs of the wooden bridge at Sample Creek')),
    'edited',
  );
  assert.equal(
    opensWith(repairs, english('repairs of the wooden ferry at Sample Creek')),
    'edited',
  );
});

test('other words after the same opening are another statement in every language of the interface', () => {
  const cases = [
    {
      open: (news: string) =>
        `La asambleísta Alma Ejemplo (D-Muestra), presidenta del Comité de Asuntos Inventados, anunció hoy que ${news}.`,
      first: 'el puente colgante del Arroyo Muestra quedará cerrado hasta la primavera',
      edited: 'el puente colgante del Arroyo Muestra quedará cerrado hasta el otoño',
      other: 'cuatro bibliotecas recibieron una imprenta que los alumnos podrán usar los sábados',
    },
    {
      open: (news: string) =>
        `La sénatrice Anne Exemple (D-Modèle), présidente de la commission des affaires inventées, a annoncé aujourd’hui que ${news}.`,
      first: 'la passerelle du ruisseau Modèle restera fermée jusqu’au printemps',
      edited: 'la passerelle du ruisseau Modèle restera fermée jusqu’en automne',
      other: 'quatre bibliothèques ont reçu une presse que les élèves pourront utiliser le samedi',
    },
    {
      open: (news: string) =>
        `Hôm nay, Thượng nghị sĩ tiểu bang Mai Ví Dụ, Chủ tịch Ủy ban Thượng viện về Các Vấn đề Mẫu, tuyên bố rằng ${news}.`,
      first: 'cây cầu gỗ bắc qua Suối Mẫu sẽ đóng cửa đến mùa xuân',
      edited: 'cây cầu gỗ bắc qua Suối Mẫu sẽ đóng cửa cho đến tháng Năm',
      other: 'bốn thư viện được mượn một máy in cho học sinh dùng cuối tuần',
      rest: VIETNAMESE_CLINIC,
    },
    {
      open: (news: string) =>
        `州參議員樣本（民主黨，示例市），參議院虛構事務委員會主席，今天宣布${news}。`,
      first: '樣本溪上的索橋將關閉至春季',
      edited: '樣本溪上的索橋將關閉到五月底',
      other: '四所圖書館借得一部印刷機供學生週末使用',
      rest: CHINESE_CLINIC,
    },
  ];
  for (const { open, first, edited, other, rest } of cases) {
    assert.equal(opensWith(open(first), open(other), rest), 'removed', open(other));
    assert.equal(opensWith(open(first), open(edited), rest), 'edited', open(edited));
  }
});

test('a date alone is another statement when its day changes', () => {
  assert.equal(opensWith('August 8, 2031', 'August 24, 2031'), 'removed');
  assert.equal(opensWith('August 8, 2031', 'September 8, 2031'), 'removed');
});

test('a copy of another statement in the place of one is not that one, edited', () => {
  const council =
    'The council of Placeholder Falls lends the ferry for the weeks in which the bridge is closed.';
  const ferry =
    'While the bridge is closed, the ferry that the council of Placeholder Falls lends runs for weeks.';
  const found = alignTo(
    [[BRIDGE, council, CLINIC, ferry, HARVEST]],
    [BRIDGE, ferry, CLINIC, ferry, HARVEST],
  );
  assert.equal(outcomeOf(found, council), 'removed');
  assert.equal(outcomeOf(found, ferry), 'kept');
});

test('a copy that differs by the number of an item alone is that item', () => {
  const rule =
    'If a ferry is not ready in time, the council of Placeholder Falls says so on its page';
  const texts = [rule, BRIDGE, rule, CLINIC];
  const found = alignTo([[rule, BRIDGE, `1. ${rule}`, CLINIC]], texts);
  assert.equal(outcomeOf(found, `1. ${rule}`), 'edited');
  assert.equal(placeOf(found, `1. ${rule}`), 2);
});

test('a foot that all releases of an office end with is no evidence that what precedes it is the same', () => {
  const foot =
    'To unsubscribe from these invented notices, write to the press desk in Placeholder Falls';
  const ferry = `The ferry will wait for school classes on each Tuesday of the coming spring. ${foot}`;
  const closesWith = (after: string) =>
    outcomeOf(alignTo([[CLINIC, ferry]], [CLINIC, after]), ferry);
  const others = 'Four branch libraries borrow a printing press, which pupils may use at weekends.';
  assert.equal(closesWith(`${others} ${foot}`), 'removed');
  assert.equal(closesWith(`${ferry.replace('Tuesday', 'Thursday')}`), 'edited');
  assert.equal(closesWith(`${others} ${ferry}`), 'edited'); // a sentence was added
  assert.equal(closesWith(ferry.replace(foot, `${others} ${foot}`)), 'edited');
  // Elsewhere than at the end it is a sentence like any other.
  const within = alignTo([[BRIDGE, ferry, CLINIC]], [BRIDGE, `${others} ${foot}`, CLINIC]);
  assert.equal(outcomeOf(within, ferry), 'edited');
});

test('two openings that share their phrases and half of the rest announce two things', () => {
  const grant = (what: string, whom: string) =>
    `Senator Alex Example (D-Placeholder Falls) said today that the Office of Samples has awarded ${what} to ${whom} to support its role in the community.`;
  const ferry = grant('$55,292', 'the Ferry Company of Sample Creek');
  assert.equal(
    opensWith(ferry, grant('a total of $237,596', 'two more clinics in Model County')),
    'removed',
  );
  const statement = (about: string) =>
    `Senate Leader Alex Example, Member of the Committee on Samples, made the following statement ${about}:`;
  assert.equal(
    opensWith(
      statement('on the repair of the wooden bridge at Sample Creek'),
      statement('on the opening of four branch libraries in Model County'),
    ),
    'removed',
  );
  // The same grant, with a sentence added or taken out, a word corrected, its amount corrected.
  const more = 'The money pays for a second boat and for the lamps along its quay.';
  assert.equal(opensWith(ferry, `${ferry} ${more}`), 'edited');
  assert.equal(opensWith(`${ferry} ${more}`, ferry), 'edited');
  assert.equal(opensWith(ferry, ferry.replace('support', 'strengthen')), 'edited');
  assert.equal(opensWith(ferry, ferry.replace('$55,292', '$55,992')), 'edited');
});

test('a name at the beginning of a quotation is one if the text has it elsewhere', () => {
  const thanks = (place: string) =>
    `“${place} families and the ${place} Ferry Company will gain by this boat, which carries their children to school each day,” said Senator Example.`;
  const found = alignTo(
    [[BRIDGE, thanks('Sampleville'), CLINIC]],
    [BRIDGE, thanks('Modelton'), CLINIC],
  );
  assert.equal(outcomeOf(found, thanks('Sampleville')), 'removed');
});
