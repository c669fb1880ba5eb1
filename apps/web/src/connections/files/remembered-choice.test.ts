import { expect, test } from 'vitest';
import type { ImportChoice } from './column-choice.ts';
import { recallChoice, rememberChoice } from './remembered-choice.ts';

const choice: ImportChoice = {
  fields: { Name: 'title', When: 'created', Note: null },
  dayFirst: true,
  kind: 'incident',
};
const columns = [{ name: 'Name' }, { name: 'When' }, { name: 'Note' }, { name: 'New' }];

function createStorage() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
}

test('recallChoice returns the choice of the last import into the same source', () => {
  const storage = createStorage();
  rememberChoice(storage, 'post-mortems', choice);
  expect(recallChoice(storage, 'post-mortems', columns)).toEqual(choice);
  expect(recallChoice(storage, 'another source', columns)).toBeNull();
});

test('recallChoice ignores a choice whose columns the file lacks, and one that it cannot read', () => {
  const storage = createStorage();
  rememberChoice(storage, 'post-mortems', choice);
  expect(recallChoice(storage, 'post-mortems', columns.slice(1))).toBeNull();
  for (const stored of ['{', '{}', '{"fields":{"Name":"unknown"}}']) {
    storage.setItem('refrain-import post-mortems', stored);
    expect(recallChoice(storage, 'post-mortems', columns)).toBeNull();
  }
});
