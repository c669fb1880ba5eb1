import { expect, test } from 'vitest';
import { createAgenda } from './agenda.ts';

test('an agenda returns events sorted by time, and events of the same time in insertion order', async () => {
  const agenda = createAgenda();
  const done: string[] = [];
  for (const [at, name] of [
    [3, 'c'],
    [1, 'a'],
    [3, 'd'],
    [2, 'b'],
    [9, 'late'],
  ] as const) {
    agenda.add(at, async () => void done.push(name));
  }
  for (let next = agenda.take(5); next !== null; next = agenda.take(5)) await next.run();
  expect(done.join('')).toBe('abcd');
  expect(agenda.take(9)?.at).toBe(9);
});
