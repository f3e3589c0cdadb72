import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { lookup } from 'mrmime';
import { mediaFault } from '../../../src/archive/media/media-fault.ts';
import { PASSIVE } from '../../../src/archive/media/media-names.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const said = async (path: string, content: string | Buffer = 'Words.') => {
  const fault = await mediaFault(path, (most) => Buffer.from(content).subarray(0, most));
  return fault?.message;
};

test('what offices publish is published', async () => {
  for (const name of [
    ...['a.pdf', 'a.PDF', '2017/Letter to Dr. Sample v. 2.1.docx', 'a.xlsx', 'a.odt', 'a.doc'],
    ...['a.txt', 'a.csv', 'a.json', 'a.md', 'a.ics', 'a.vcf', 'a.png', 'a.jpeg', 'a.webp', 'a.tif'],
    ...['a.mp3', 'a.mp4', 'a.mov', 'a.zip', 'a.tar.gz', 'a.7z', 'chart.svg.png', 'page.html.pdf'],
    ...['folder.html/a.pdf', 'releases.jsonl.gz', '100%.pdf', 'sesión.pdf'],
  ]) {
    assert.equal(await said(name), undefined, name);
  }
});

test('what a browser or a server might run is refused by its name, in any spelling', async () => {
  for (const name of [
    ...['a.html', 'a.HTM', 'a.Xhtml', 'a.xht', 'a.shtml', 'a.mht', 'a.mhtml', 'a.hta', 'a.htc'],
    ...[
      'a.xml',
      'a.xsl',
      'a.xslt',
      'a.rss',
      'a.atom',
      'a.kml',
      'a.svgz',
      'a.js',
      'a.mjs',
      'a.wasm',
    ],
    ...[
      'a.css',
      'a.swf',
      'a.php',
      'a.phtml',
      'a.asp',
      'a.jsp',
      'a.cgi',
      'a.exe',
      'a.docm',
      'a.eml',
    ],
    ...[
      'photo.svg.html',
      'a.pdf.html',
      'a.php.pdf',
      'a.phtml.png',
      'a.html.gz',
      'a.svg.gz',
      'a.html.webp',
    ],
    ...['a.SHTML.jsonl', '.html.xml'],
  ]) {
    const fault = await mediaFault(name, () => Buffer.from('Words.'));
    assert.ok(fault?.isActive, name);
    assert.match(fault.message, /^(?:is .* \(\.\w+\), which|has \.\w+ in its name)/);
    assert.notEqual(fault.hint, '');
  }
});

test('what nobody knows is refused, since servers let browsers guess', async () => {
  assert.equal(await said('README'), 'has no ending that says what it is');
  assert.equal(await said('folder.pdf/letter'), 'has no ending that says what it is');
  assert.equal(await said('letter.'), 'has no ending that says what it is');
  assert.equal(await said('.pdf'), 'has no ending that says what it is');
  assert.equal(await said('a.pdf '), 'has the ending .pdf , which this archive does not publish');
  assert.equal(await said('a.xyz'), 'has the ending .xyz, which this archive does not publish');
  assert.equal((await mediaFault('a.xyz', () => Buffer.from('Words.')))?.isActive, false);
});

test('a page, SVG or XML is refused whatever its name says', async () => {
  const page = 'is a web page inside, whatever its name says';
  for (const name of ['a.png', 'a.jpg', 'a.pdf', 'a.txt', 'a.doc', 'a.zip', 'a.xyz', 'README']) {
    assert.equal(await said(name, '<!DOCTYPE html><title>A</title>'), page, name);
    assert.equal(await said(name, '\ufeff \r\n\t<HTML lang=en>'), page, name);
    assert.equal(await said(name, '<script>let a</script>'), page, name);
    assert.equal(await said(name, '<!-- saved -->\n<p>A'), page, name);
    assert.equal(await said(name, Buffer.from('\ufeff<html>', 'utf16le')), page, name);
    assert.match((await said(name, `<svg ${SVG}/>`)) ?? '', /^is SVG inside/, name);
    assert.match((await said(name, '<?xml version="1.0"?><a/>')) ?? '', /^is XML inside/, name);
    assert.match((await said(name, '<rss version="2.0">')) ?? '', /^is XML inside/, name);
  }
  for (const text of ['<press@example.org> wrote', '< 5 %', 'a <script>', '<Embargoed>', '<<<', ''])
    assert.equal(await said('a.txt', text), undefined, text);
});

test('SVG that only draws is published', async () => {
  const inner = [
    '<title>A</title><desc>B</desc><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    '<style><![CDATA[ .a { fill: url(#g) } ]]></style><!-- a <b> comment -->',
    '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0"/></linearGradient></defs>',
    '<use xlink:href="#g" href="#g"/><a href="https://example.org/"><text class="a">A &amp; B</text></a>',
    '<image href="data:image/png;base64,AA=="/><path d="M0 0" style="fill:#fff" aria-label="A"/>',
    '<i:note xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:role="x"/>',
  ].join('');
  const xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
  const svg = `<svg ${SVG} ${xlink} viewBox="0 0 9 9" version="1.1">${inner}</svg>`;
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  for (const head of [
    '',
    '\ufeff',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- A -->\n',
    doctype,
  ])
    assert.equal(await said('a.svg', head + svg), undefined);
});

test('SVG that could run or fetch something is refused, and it says what', async () => {
  const cases: [string, RegExp][] = [
    ['<script>window.ran = 1</script>', /: <script>$/],
    ['<g onclick="window.ran = 1"/>', /: onclick= of <g>$/],
    ['<a href="javascript:window.ran=1"><text>A</text></a>', /: href= of <a>$/],
    ['<a xmlns:q="http://www.w3.org/1999/xlink" q:href="javascript:window.ran=1"/>', /href= of <a>$/],
    ['<set attributeName="onclick" to="window.ran=1"/>', /: <set>$/],
    ['<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">A</p></foreignObject>', /<foreignObject>/],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">window.ran = 1</x:script>', /: <x:script>$/],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">window.ran = 1</h:script>', /: <h:script>$/],
    ['<n:note xmlns:n="urn:note"><script>window.ran = 1</script></n:note>', /<script>|<n:note>/],
    ['<image href="https://example.org/a.png"/>', /: href= of <image>$/],
    ['<use href="other.svg#a"/>', /: href= of <use>$/],
    ['<style>@import "https://example.org/a.css";</style>', /@import/],
    ['<rect fill="url(https://example.org/#a)"/>', /url\(https:\/\/example\.org/],
  ]; // prettier-ignore
  for (const [inner, what] of cases)
    assert.match((await said('a.svg', `<svg ${SVG}>${inner}</svg>`)) ?? '', what, inner);
  assert.match(
    (await said('a.SVG', `<svg ${SVG} onload="window.ran=1"/>`)) ?? '',
    /onload= of <svg>/,
  );
  const style = `<?xml-stylesheet type="text/xsl" href="a.xsl"?><svg ${SVG}/>`;
  assert.match((await said('a.svg', style)) ?? '', /<\?xml-stylesheet\?>/);
});

test('SVG that cannot be looked through is refused', async () => {
  const doctype = '<!DOCTYPE svg [<!ATTLIST svg role CDATA "img">]>';
  for (const content of [
    `${doctype}<svg ${SVG}/>`,
    `<svg ${SVG}><g></svg>`,
    '<svg/>',
    '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    Buffer.from(`<svg ${SVG}/>`, 'utf16le'),
    Buffer.from(`<svg ${SVG}><text>é</text></svg>`, 'latin1'),
    `<?xml version="1.0" encoding="UTF-7"?><svg ${SVG}/>`,
    Buffer.from('1f8b0800', 'hex'),
    'no picture',
    '',
  ]) {
    assert.match((await said('a.svg', content)) ?? '', /^is (?:not )?SVG/, String(content));
  }
});

test('no server that we know of hands out as active what may be published', async (t) => {
  const ACTIVE = /html|xml|javascript|ecmascript|wasm|css|php|x-shockwave|rfc822|multipart/;
  const said = [...PASSIVE].filter((ending) => ending !== 'svg');
  assert.ok(said.length > 50);
  // Office's own types say "openxml…", and are no XML to a browser.
  const isActive = (type: string) =>
    ACTIVE.test(type.replace(/^application\/vnd\.openxmlformats-officedocument\./, ''));
  for (const ending of said) assert.ok(!isActive(lookup(ending) ?? ''), ending);
  for (const file of ['/etc/mime.types', '/etc/nginx/mime.types']) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) {
      t.diagnostic(`${file} is not there: not looked at`);
      continue;
    }
    for (const [, type = '', endings = ''] of text.matchAll(
      /^\s*([\w.+-]+\/[\w.+-]+)\s+([^;#]*)/gm,
    )) {
      if (!isActive(type)) continue;
      const both = endings.split(/\s+/).filter((ending) => said.includes(ending.toLowerCase()));
      assert.deepEqual(both, [], `${file}: ${type}`);
    }
  }
});
