import { expect, test } from 'vitest';
import { createComparedMethods } from './compared-methods.ts';
import { runCompare } from './run-compare.ts';
import type { Task } from './tasks.ts';

const methods = createComparedMethods({
  python: 'python3',
  folder: '.',
  note: () => {},
  signal: new AbortController().signal,
});

test.each<[Task[]]>([[['similar', 'cluster']], [['sample']]])('rejects a file for the tasks %j', async (chosen) => {
  await expect(runCompare(chosen, 'in.jsonl', methods).next()).rejects.toMatchObject({ code: 'invalid_input' });
});

test('compare names a missing file in its error', async () => {
  await expect(runCompare(['cluster'], 'nowhere.jsonl', methods).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
  await expect(runCompare(['cause'], 'nowhere.jsonl', methods).next()).rejects.toThrow(
    /^There is no file nowhere\.jsonl/u,
  );
});
