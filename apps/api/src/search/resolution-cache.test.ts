import { expect, test } from 'vitest';
import { createResolutionCache } from './resolution-cache.ts';

function createCacheUnderTest() {
  const read: (readonly string[])[] = [];
  const find = createResolutionCache(async (texts) => {
    read.push(texts);
    return texts.map((text) => (text === 'none' ? null : { quote: `quote of ${text}`, confidence: 0.7 }));
  });
  return { read, find };
}

test('the resolution cache reads each text once, even a text without a resolution', async () => {
  const { read, find } = createCacheUnderTest();
  const quotes = async (...texts: string[]) => (await find(texts)).map((resolution) => resolution?.quote ?? null);
  expect(await quotes('a', 'none', 'a')).toEqual(['quote of a', null, 'quote of a']);
  expect(await quotes('none', 'b', 'a')).toEqual([null, 'quote of b', 'quote of a']);
  expect(read).toEqual([['a', 'none'], ['b']]);
});

test('the resolution cache reads five texts per task, so that searches do not wait for many texts', async () => {
  const { read, find } = createCacheUnderTest();
  const texts = Array.from({ length: 12 }, (_, at) => String(at));
  expect((await find(texts)).map((resolution) => resolution?.quote)).toEqual(texts.map((text) => `quote of ${text}`));
  expect(read.map(({ length }) => length)).toEqual([5, 5, 2]);
});

test('the resolution cache reads a text again after an error', async () => {
  let fails = true;
  const find = createResolutionCache(async (texts) => {
    if (fails) throw new Error('the thread ended');
    return texts.map(() => null);
  });
  await expect(find(['a'])).rejects.toThrow('the thread ended');
  fails = false;
  expect(await find(['a'])).toEqual([null]);
});
