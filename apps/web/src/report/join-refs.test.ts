import { expect, test } from 'vitest';
import { joinRefs } from './join-refs.ts';

test('joinRefs joins consecutive refs of one kind into ranges', () => {
  expect(joinRefs(['E1', 'E2', 'E3', 'C4', 'E5'])).toEqual([
    { first: 'E1', label: 'E1–E3' },
    { first: 'C4', label: 'C4' },
    { first: 'E5', label: 'E5' },
  ]);
});
