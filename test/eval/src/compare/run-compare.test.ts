import { expect, test } from 'vitest';
import { runCompare, type Task } from './run-compare.ts';
import { createSides } from './sides.ts';

const sides = createSides({ python: 'python3', folder: '.', say: () => {}, signal: new AbortController().signal });

test.each<[Task[]]>([[['similar', 'cluster']], [['sample']]])('a file belongs to one task: %j', async (chosen) => {
  await expect(runCompare(chosen, 'in.jsonl', sides).next()).rejects.toMatchObject({ code: 'invalid_input' });
});

test('says which file cannot be read', async () => {
  await expect(runCompare(['cluster'], 'nowhere.jsonl', sides).next()).rejects.toThrow(/^Cannot read nowhere\.jsonl/u);
  await expect(runCompare(['cause'], 'nowhere.jsonl', sides).next()).rejects.toThrow(/^Cannot read nowhere\.jsonl/u);
});
