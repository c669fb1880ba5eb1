import { expect, test } from 'vitest';
import { findRevertReason } from './find-revert-reason.ts';

const title = 'Block bots on /prices';

test('findRevertReason finds the line with a deciding word', () => {
  const text = `back out: ${title}\n\n## Summary\n\nreal users get blocked, incident 12813\n\nTakes d535d6717 back.`;
  expect(findRevertReason(title, text, ['Incident'])).toBe('real users get blocked, incident 12813');
});

test('findRevertReason returns null if only the title or the form has a deciding word', () => {
  expect(findRevertReason(title, `Revert "${title}" (broken)\nThis reverts broken`, ['broken'])).toBeNull();
  expect(findRevertReason(title, 'anything', [])).toBeNull();
});
