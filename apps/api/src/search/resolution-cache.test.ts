import { expect, test } from 'vitest';
import { createResolutionCache } from './resolution-cache.ts';

function keepUnderTest() {
  const read: (readonly string[])[] = [];
  const find = createResolutionCache(async (texts) => {
    read.push(texts);
    return texts.map((text) => (text === 'none' ? null : { quote: `quote of ${text}`, confidence: 0.7 }));
  });
  return { read, find };
}

test('each text is read once, also one without a resolution', async () => {
  const { read, find } = keepUnderTest();
  const quotes = async (...texts: string[]) => (await find(texts)).map((resolution) => resolution?.quote ?? null);
  expect(await quotes('a', 'none', 'a')).toEqual(['quote of a', null, 'quote of a']);
  expect(await quotes('none', 'b', 'a')).toEqual([null, 'quote of b', 'quote of a']);
  expect(read).toEqual([['a', 'none'], ['b']]);
});

test('many texts are read a few at a time, so that a search waits for a few of them', async () => {
  const { read, find } = keepUnderTest();
  const texts = Array.from({ length: 12 }, (_, at) => String(at));
  expect((await find(texts)).map((resolution) => resolution?.quote)).toEqual(texts.map((text) => `quote of ${text}`));
  expect(read.map(({ length }) => length)).toEqual([5, 5, 2]);
});

test('a text that could not be read is read again', async () => {
  let fails = true;
  const find = createResolutionCache(async (texts) => {
    if (fails) throw new Error('the thread ended');
    return texts.map(() => null);
  });
  await expect(find(['a'])).rejects.toThrow('the thread ended');
  fails = false;
  expect(await find(['a'])).toEqual([null]);
});
