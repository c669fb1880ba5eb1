import { AppError } from '@refrain/domain';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '@refrain/store/under-test';
import { expect, onTestFinished, test } from 'vitest';
import { followMissingVectors } from './follow-missing-vectors.ts';

const model = { name: 'test', digest: 'test model', onnxFile: '', tokenizerFile: '' };
/** Returns the number of words of each text as its vector. */
const embed = async (texts: readonly string[]) => texts.map((text) => Int8Array.of(text.split(' ').length, 1));

async function openStore() {
  const { store } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'acme');
  const put = (from: number, to: number) =>
    store.failures.upsert(
      id,
      Array.from({ length: to - from }, (_, at) =>
        createTestFailureDraft({ externalId: `P${from + at}`, title: 'one two', text: `word ${from + at} more` }),
      ),
    );
  const countComputed = async () => (await store.failures.countVectors(model.digest)).computed;
  return { store, put, countComputed };
}

test('the vectors of all stored failures are computed, and later those of new ones', async () => {
  const { store, put, countComputed } = await openStore();
  await put(0, 20);
  const errors: AppError[] = [];
  const following = followMissingVectors({
    store,
    embedder: { model, embed },
    onError: (e) => errors.push(e),
    restMs: 20,
  });
  onTestFinished(following.close);
  await expect.poll(countComputed).toBe(20);
  await put(20, 21);
  await expect.poll(countComputed).toBe(21);
  const [failure] = await store.failures.listAll();
  expect(await store.failures.readVectors(model.digest, [failure?.id ?? ''])).toEqual([
    { id: failure?.id, values: Int8Array.of(2, 1, 3, 1), count: 2 },
  ]);
  expect(errors).toEqual([]);
});

test('a model that fails is reported, and the computation stops at the end', async () => {
  const { store, put, countComputed } = await openStore();
  await put(0, 1);
  const failing = () => Promise.reject(new AppError('unavailable', 'Cannot compute sentence vectors.'));
  const errors: AppError[] = [];
  const following = followMissingVectors({
    store,
    embedder: { model, embed: failing },
    onError: (error) => errors.push(error),
  });
  await expect.poll(() => errors.map(({ code }) => code)).toEqual(['unavailable']);
  await following.close();
  expect(await countComputed()).toBe(0);
});

test('after errors, the computation is tried again soon, at growing intervals', async () => {
  const { store, put, countComputed } = await openStore();
  await put(0, 1);
  const attempts: number[] = [];
  const failThrice = async (texts: readonly string[]) => {
    attempts.push(performance.now());
    if (attempts.length <= 3) throw new AppError('unavailable', 'Cannot compute sentence vectors.');
    return embed(texts);
  };
  const following = followMissingVectors({
    store,
    embedder: { model, embed: failThrice },
    onError: () => {},
    firstRetryMs: 50,
  });
  onTestFinished(following.close);
  await expect.poll(countComputed).toBe(1);
  const [first = 0, second = 0, third = 0, fourth = 0] = attempts;
  // A pause may be longer than asked for, but not shorter, apart from the rounding of timers.
  expect(second - first).toBeGreaterThanOrEqual(49);
  expect(third - second).toBeGreaterThanOrEqual(99);
  expect(fourth - third).toBeGreaterThanOrEqual(199);
});
