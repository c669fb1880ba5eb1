import { expect, test } from 'vitest';
import { compareTasks } from './compare.ts';
import { createComparedMethods } from './compared-methods.ts';
import type { Task } from './tasks.ts';

const methods = createComparedMethods({
  python: 'python3',
  folder: '.',
  note: () => {},
  signal: new AbortController().signal,
});

test.each<[Task[]]>([[['similar', 'cluster']], [['sample']]])(
  'compareTasks rejects a data file for the tasks %j',
  async (chosen) => {
    await expect(compareTasks(chosen, 'in.jsonl', methods).next()).rejects.toMatchObject({ code: 'invalid_input' });
  },
);

test('compareTasks names a missing file in its error', async () => {
  await expect(compareTasks(['cluster'], 'nowhere.jsonl', methods).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
  await expect(compareTasks(['cause'], 'nowhere.jsonl', methods).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
});
