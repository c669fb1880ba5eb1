import { expect, test } from 'vitest';
import { joinReason } from './join-reason.ts';

test('joinReason appends the comment to the chosen reason, and omits what is missing', () => {
  expect(joinReason('Won’t fix', ' The service\nis replaced. ')).toBe('Won’t fix: The service is replaced.');
  expect(joinReason('Won’t fix', '')).toBe('Won’t fix');
  expect(joinReason(null, 'It was a drill.')).toBe('It was a drill.');
});
