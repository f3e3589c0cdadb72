import assert from 'node:assert/strict';
import { test } from 'node:test';
import { svgSize } from '../../src/load/svg-size.ts';

/** `120x80`, or none; `tests/browser/picture-sizes.test.ts` holds the same rules against a browser. */
function sizeOf(attributes: string, before = ''): string {
  const xml = `${before}<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g><svg width="7"/></g></svg>`;
  const size = svgSize(xml);
  return size ? `${size.width}x${size.height}` : 'none';
}

test('a picture in SVG has the size that its lengths say, in CSS pixels', () => {
  assert.equal(sizeOf('width="120" height="80"'), '120x80');
  assert.equal(sizeOf('width="120pt" height="1in"'), '160x96');
  assert.equal(sizeOf('width="210mm" height="29.7cm"'), '794x1123');
  assert.equal(sizeOf('width="40Q" height="3pc"'), '38x48');
  assert.equal(sizeOf('width=" 1.2e2 " height="&#56;0PX"'), '120x80');
});

test('one length and a viewBox give the other, and without a viewBox CSS does', () => {
  assert.equal(sizeOf('width="120" viewBox="0 0 300 100"'), '120x40');
  assert.equal(sizeOf('width="50%" height="80" viewBox="0,0 300,100"'), '240x80');
  assert.equal(sizeOf('width="120"'), '120x150');
  assert.equal(sizeOf('height="80"'), '300x80');
  assert.equal(sizeOf(''), '300x150');
});

test('what precedes the first tag, and what is within it, changes nothing', () => {
  const size = 'width="12pt" height="9pt"';
  assert.equal(sizeOf(size, '<!-- <svg width="1" height="2"> -->'), '16x12');
  assert.equal(sizeOf(size, `<?xml version="1.0"?>\n<!--${' far'.repeat(5000)}-->\n`), '16x12');
  assert.equal(
    sizeOf(size, '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'),
    '16x12',
  );
  assert.equal(sizeOf(`data-note="a>b" ${size}`), '16x12');
});

test('a picture that a browser fits into the page, or of which no file says how large it is, has no size', () => {
  const without = [
    'viewBox="0 0 300 100"',
    'width="100%" height="100%" viewBox="0 0 300 100"',
    'width="10em" height="5em"',
    'width="calc(1px + 2px)" height="80"',
    'width="0" height="80"',
    'width="-5" height="80"',
    'width="0.2" height="0.2"',
    'width="1e9" height="80"',
    'width="wide" height="80"',
    'width="120" viewBox="0 0 300"',
    'width="120" viewBox="0 0 0x10 100"',
    'width="120" viewBox="0 0 0 100"',
    'width="120" viewBox="0 0 900000 1"',
    'width="120" viewBox="0 0 300 100" preserveAspectRatio="none"',
  ];
  for (const attributes of without) assert.equal(sizeOf(attributes), 'none', attributes);
  assert.equal(svgSize('<svg width="120" height="80"/>'), undefined);
  assert.equal(svgSize('<html/>'), undefined);
});
