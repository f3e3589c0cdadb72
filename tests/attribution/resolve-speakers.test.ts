import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteSchema } from '../../src/archive/site.ts';
import type { NamedSpeaker } from '../../src/attribution/attribute.ts';
import { speakerResolver } from '../../src/attribution/resolve-speakers.ts';

const offices = new Map(
  [
    { slug: 'north', name: 'Office of the North', member: 'Nora North', title: 'Assemblymember' },
    {
      slug: 'south',
      name: 'Office of the South',
      member: 'Timothy Van South',
      family: 'Van South',
    },
    { slug: 'harbor', name: 'Harbor Committee' },
  ].map((office) => [office.slug, office]),
);
const site = siteSchema.parse({ title: 'Example' });
const resolve = speakerResolver({ offices, site });

const CASES: [
  name: string,
  titles: string,
  release: { office: string[]; speakers?: string[] },
  expected: string | undefined,
][] = [
  ['North', '', { office: ['north'] }, 'Nora North'],
  ['North', 'senator', { office: ['south'] }, undefined],
  ['Nora Q. North', '', { office: ['south'] }, 'Nora North'],
  ['N. North', '', { office: ['north'] }, 'Nora North'],
  ['Paul North', '', { office: ['north'] }, 'Paul North'],
  ['Paul North', 'assemblymember', { office: ['north'] }, 'Paul North'],
  ['Tim Van South', '', { office: ['south'] }, 'Timothy Van South'],
  ['', 'assemblymember', { office: ['north'] }, 'Nora North'],
  ['', 'assemblymember', { office: ['north', 'south'] }, 'Nora North'],
  ['', 'senator', { office: ['north'] }, undefined],
  ['Index', 'mayor', { office: ['north'], speakers: ['Ida Index'] }, 'Ida Index'],
  ['Index', 'mayor', { office: ['north'], speakers: ['Ida Index', 'Ira Index'] }, undefined],
  ['IDA INDEX', '', { office: ['harbor'], speakers: ['Ida Index'] }, 'Ida Index'],
  ['Harbor', '', { office: ['harbor'] }, undefined],
  ['Sample', '', { office: ['sam-sample'] }, 'Sam Sample'], // an office that no file describes
  ['Sam J. Sample', '', { office: ['sample'] }, 'Sam J. Sample'],
];
for (const [name, titles, release, expected] of CASES) {
  test(`“${titles} ${name}” in a release of ${JSON.stringify(release)} is ${expected ?? 'nobody'}`, () => {
    const speaker: NamedSpeaker = { name, titles: titles.split(' ').filter(Boolean) };
    assert.equal(resolve(speaker, release), expected);
  });
}

test('a last name that the text completes otherwise than by the member is nobody’s', () => {
  const speaker = { name: 'Paul North', titles: [], isCompleted: true };
  assert.equal(resolve(speaker, { office: ['north'] }), undefined);
  assert.equal(resolve(speaker, { office: ['south'] }), 'Paul North');
});
