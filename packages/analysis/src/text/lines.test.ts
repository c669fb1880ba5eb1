import { expect, test } from 'vitest';
import { collectLines, replaceLines } from './lines.ts';

test('collectLines stores each distinct line once, and replaceLines merges lines that become equal', () => {
  const written = collectLines([['a 1', 'b', 'a 1'], [], ['a 2', 'b']]);
  expect(written).toEqual({ lines: ['a 1', 'b', 'a 2'], documents: [[0, 1, 0], [], [2, 1]] });
  expect(replaceLines(written, ['a', 'b', 'a'])).toEqual({ lines: ['a', 'b'], documents: [[0, 1, 0], [], [0, 1]] });
});
