import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { openSearchDescription } from '../../src/publish/opensearch.ts';

const ENGINE = {
  title: 'On the Record',
  description: 'Press releases of <two> chambers & their "members".',
  language: 'en-US',
  search: 'https://press.example.org/archive/search/',
  icon: { address: 'https://press.example.org/archive/favicon.svg', type: 'image/svg+xml' },
};

/**
 * The parts of a description by their names in small letters, as parse5 writes them: text, or the
 * attributes. As part of an SVG it reads them by nearly the rules of XML.
 */
function partsOf(xml: string) {
  const body = xml.replace(/^<\?.*\?>\n/, '');
  const [svg] = parseFragment(`<svg>${body}</svg>`).childNodes;
  assert.ok(svg && 'childNodes' in svg);
  const [root] = svg.childNodes;
  assert.ok(root && 'attrs' in root);
  const parts = root.childNodes.filter((node) => 'attrs' in node);
  return {
    namespace: root.attrs.find(({ name }) => name === 'xmlns')?.value,
    parts: Object.fromEntries(
      parts.map(({ tagName, attrs, childNodes }) => [
        tagName,
        {
          text: childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
          ...Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
        },
      ]),
    ),
  };
}

test('the description names the archive and the address of its search', () => {
  const xml = openSearchDescription(ENGINE);
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<OpenSearchDescription /);
  for (const name of ['ShortName', 'Description', 'InputEncoding', 'Url', 'Image'])
    assert.match(xml, new RegExp(`<${name}[ >]`));
  assert.deepEqual(partsOf(xml), {
    namespace: 'http://a9.com/-/spec/opensearch/1.1/',
    parts: {
      shortname: { text: 'On the Record' },
      description: { text: ENGINE.description },
      language: { text: 'en-US' },
      inputencoding: { text: 'UTF-8' },
      image: { text: ENGINE.icon.address, type: 'image/svg+xml', width: '16', height: '16' },
      url: {
        text: '',
        type: 'text/html',
        template: 'https://press.example.org/archive/search/?q={searchTerms}',
      },
    },
  });
});

for (const { title, short } of [
  { title: 'Sixteen letters!', short: 'Sixteen letters!' },
  { title: 'The Assembly Record of Sample', short: 'The Assembly' },
  { title: 'Exactly sixteens and more', short: 'Exactly sixteens' },
  { title: 'Pressemitteilungsarchiv', short: 'Pressemitteilung' },
]) {
  test(`the short name of “${title}” has at most 16 characters`, () => {
    const { parts } = partsOf(openSearchDescription({ ...ENGINE, title }));
    assert.equal(parts['shortname']?.text, short);
  });
}
