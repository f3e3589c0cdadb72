import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyRenderer } from '../../src/markdown/render-body.ts';

const render = bodyRenderer({ base: '/', media: new Map(), language: 'en' });
const bodyOf = (markdown: string) => {
  const body = render({ markdown, line: 1, file: 'a.md' });
  assert.deepEqual([body.errors, body.warnings, body.hidden.problems], [[], [], []], markdown);
  return body;
};

test('an end mark below a text is a line of it as it was issued, and known as what it is', () => {
  for (const [mark, shown] of [
    ['# # #', '# # #'],
    ['###', '###'],
    ['- 30 -', '- 30 -'],
    ['-30-', '-30-'],
    ['– 30 –', '– 30 –'],
    ['—END—', '—END—'],
    ['ENDS', 'ENDS'],
    ['-ends-', '-ends-'],
    ['--30--', '--30--'],
    ['\\# \\# \\#', '# # #'],
    ['\\- 30 -', '- 30 -'],
  ]) {
    for (const end of ['\n', '\r\n', '  \n\n']) {
      const { hasEndMark, statements } = bodyOf(`The lamp is lit.${end}${end}${mark}${end}`);
      assert.equal(hasEndMark, true, mark);
      assert.deepEqual(
        statements.map(({ text }) => text),
        ['The lamp is lit.', shown],
      );
    }
  }
});

test('what is no end mark, or not at the end, is none', () => {
  for (const markdown of [
    'Words.\n\n- 30 lamps',
    'Words.\n\n- 30 -\n\nMore words.',
    'Words.\n\n# 30',
    'Words.\n\nThe end',
    'Words.\n\nENDS MEET',
    'Words.\n\nends',
  ]) {
    assert.equal(bodyOf(markdown).hasEndMark, false, markdown);
  }
});
