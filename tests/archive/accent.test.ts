import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accentOnDark,
  LEAST_CONTRAST,
  leastContrast,
  nearestReadable,
  PAPERS,
} from '../../src/archive/accent.ts';

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

test('the papers are those of the styles', async () => {
  const css = await readFile('src/styles/tokens.css', 'utf8');
  const tokens = ['paper', 'paper-raised', 'alert-paper', 'target'].map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
    return { light, dark };
  });
  assert.deepEqual(
    PAPERS.light,
    tokens.map(({ light }) => light),
  );
  assert.deepEqual(
    PAPERS.dark,
    tokens.map(({ dark }) => dark),
  );
});

test('contrast is that of WCAG: 21 at most, on the paper where it is least', () => {
  assert.equal(leastContrast('#14406e', 'light').ratio.toFixed(2), '9.07');
  assert.deepEqual(leastContrast('#000000', 'light').paper, '#fbeae8');
  assert.ok(leastContrast('#ffcc00', 'light').ratio < LEAST_CONTRAST);
});

test('the nearest color can be read, and one that can be read is its own nearest', () => {
  fc.assert(
    fc.property(anyColor, fc.constantFrom('light', 'dark'), (color, scheme) => {
      const near = nearestReadable(color, scheme);
      assert.match(near, /^#[\da-f]{6}$/);
      assert.ok(leastContrast(near, scheme).ratio >= LEAST_CONTRAST, near);
      assert.equal(nearestReadable(near, scheme), near);
      if (leastContrast(color, scheme).ratio >= LEAST_CONTRAST) assert.equal(near, color);
    }),
  );
});

test('a color made for dark paper can be read there, and has the same hue', () => {
  fc.assert(
    fc.property(anyColor, (color) => {
      const made = accentOnDark(color);
      assert.ok(leastContrast(made, 'dark').ratio >= LEAST_CONTRAST, `${color} ${made}`);
    }),
  );
  assert.equal(accentOnDark('#7a1f2b'), '#ffa0a4');
});
