import { expect, test } from 'vitest';
import { runCompare } from './run-compare.ts';
import { createSides } from './sides.ts';
import type { Task } from './tasks.ts';

const sides = createSides({
  python: 'python3',
  folder: '.',
  note: () => {},
  signal: new AbortController().signal,
});

test.each<[Task[]]>([[['similar', 'cluster']], [['sample']]])('a file belongs to one task: %j', async (chosen) => {
  await expect(runCompare(chosen, 'in.jsonl', sides).next()).rejects.toMatchObject({ code: 'invalid_input' });
});

test('says which file cannot be read', async () => {
  await expect(runCompare(['cluster'], 'nowhere.jsonl', sides).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
  await expect(runCompare(['cause'], 'nowhere.jsonl', sides).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
});
