import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { defaultModelFolder, readModel, startEmbedder } from './index.ts';

const model = await readModel(defaultModelFolder);
const script = new URL('../dist/embedding-process.js', import.meta.url);

function openEmbedder(options = {}) {
  const embedder = startEmbedder(model, { script, ...options });
  onTestFinished(() => embedder.close());
  return embedder;
}

/** Returns the cosine of the angle between two vectors. */
function compare(a: Int8Array = new Int8Array(), b: Int8Array = new Int8Array()): number {
  const multiply = (x: Int8Array, y: Int8Array) => x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
  return multiply(a, b) / Math.sqrt(multiply(a, a) * multiply(b, b));
}

test('texts with the same meaning have similar vectors, even without a common word', async () => {
  const [expired, outdated, full] = await openEmbedder().embed([
    'The TLS certificate of the gateway expired',
    'Clients refuse an outdated cert at the edge proxy',
    'No space is left on the volume of the log files',
  ]);
  expect(compare(expired, outdated)).toBeGreaterThan(compare(expired, full) + 0.15);
  expect(compare(expired, outdated)).toBeGreaterThan(compare(outdated, full) + 0.15);
});

test('the vector of a text does not depend on the other texts of the request', async () => {
  const { embed } = openEmbedder();
  const text = 'The queue consumer is stuck behind a poison message';
  const [alone] = await embed([text]);
  const [, among] = await embed(['short', text, 'a text with many more words, which was longer than the others']);
  expect(among).toEqual(alone);
  expect(alone).toHaveLength(384);
});

test('an embedder computes long, empty and unprintable texts', async () => {
  const texts = ['', ' ', '\u0000\u202e', '\ud800', 'disk full '.repeat(20_000), '('.repeat(2_000)];
  const vectors = await openEmbedder().embed(texts);
  expect(vectors.map(({ length }) => length)).toEqual(texts.map(() => 384));
});

test('an embedder ends its process when it is idle, and starts another one for the next request', async () => {
  const embedder = openEmbedder({ idleMs: 50 });
  const [first] = await embedder.embed(['The disk is full']);
  await wait(500);
  const [second] = await embedder.embed(['The disk is full']);
  expect(second).toEqual(first);
});

test('concurrent requests each get their own vectors', async () => {
  const embedder = openEmbedder({ isBackground: true });
  const texts = ['disk full', 'certificate expired', 'pool exhausted'];
  const together = await Promise.all(texts.map((text) => embedder.embed([text])));
  for (const [at, text] of texts.entries()) expect(together[at]).toEqual(await embedder.embed([text]));
});

test('a request reports a model that cannot be loaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-model-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'model.onnx'), 'not a model');
  await writeFile(join(folder, 'tokenizer.json'), '{}');
  const broken = startEmbedder(await readModel(folder), { script });
  onTestFinished(() => broken.close());
  await expect(broken.embed(['text'])).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^Cannot compute sentence vectors: .* REFRAIN_EMBEDDING_MODEL=none /u),
  });
});

test('a closed embedder refuses requests', async () => {
  const embedder = openEmbedder();
  const pending = embedder.embed(['text']);
  await embedder.close();
  await expect(pending).rejects.toMatchObject({ code: 'unavailable' });
  await expect(embedder.embed(['text'])).rejects.toMatchObject({ code: 'unavailable' });
});

test('readModel reports a folder without a model', async () => {
  await expect(readModel(tmpdir())).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('has no sentence model: it needs tokenizer.json and one of'),
  });
});

test('the process ends without an error if its parent ends during a computation', async () => {
  const child = fork(script, [model.onnxFile, model.tokenizerFile, 'normal'], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const exited = once(child, 'exit');
  child.send({ number: 0, texts: ['The disk is full'] });
  child.disconnect();
  if (child.stderr === null) throw new Error('stderr of the process is not piped');
  expect(await readText(child.stderr)).toBe('');
  expect(await exited).toEqual([0, null]);
});
