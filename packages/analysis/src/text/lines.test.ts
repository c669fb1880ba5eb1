import { expect, test } from 'vitest';
import { collectDistinctLines, replaceDistinctLines } from './lines.ts';

test('collectDistinctLines stores each distinct line once, and replaceDistinctLines merges lines that become equal', () => {
  const written = collectDistinctLines([['a 1', 'b', 'a 1'], [], ['a 2', 'b']]);
  expect(written).toEqual({ lines: ['a 1', 'b', 'a 2'], documents: [[0, 1, 0], [], [2, 1]] });
  expect(replaceDistinctLines(written, ['a', 'b', 'a'])).toEqual({
    lines: ['a', 'b'],
    documents: [[0, 1, 0], [], [0, 1]],
  });
});
