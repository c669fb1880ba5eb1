import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft } from '../testing/stored-under-test.ts';
import { createFailureIndex } from './failure-index.ts';

const worker = new URL('../../dist/search/index-worker.js', import.meta.url);

/** Writes the code of a worker that acts like the built worker, but exits at a search for the title "end". */
async function writeExitingWorker(): Promise<URL> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-index-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'worker.mjs');
  await writeFile(
    path,
    `import { search as answer } from '${worker.href}';
export { drop, finish, put, putVectors, compact, size } from '${worker.href}';
export function search(question) {
  if (question.document.title === 'end') process.exit(1);
  return answer(question);
}
`,
  );
  return pathToFileURL(path);
}

async function ensureArchive(store: Store): Promise<string> {
  const { id } = await store.connections.ensure({
    provider: 'archive',
    account: 'old',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: {
      repositories: [],
      services: [],
      environments: [],
      workflows: [],
      incidentLabels: [],
      postmortemFolders: [],
    },
  });
  return id;
}

// Three threads start one after the other, which takes half a minute on a busy machine.
test('replaces a search thread that exits, and fills the index of the new thread', { timeout: 120_000 }, async () => {
  const { store } = await startApiUnderTest();
  const connectionId = await ensureArchive(store);
  const names = Array.from({ length: 120 }, (_, number) => `f${number}`);
  await store.failures.upsert(connectionId, names.map(createFailureDraft));
  const errors: AppError[] = [];
  const index = createFailureIndex({
    store,
    restMs: 20,
    share: { busy: 1 / 2, quiet: 1 / 2 },
    threadFile: await writeExitingWorker(),
    onError: (error) => errors.push(error),
  });
  onTestFinished(index.close);
  const ask = (title: string) => {
    const document = { id: '', title, text: '', occurredAt: '' };
    return index.search({
      document,
      isQuestion: true,
      maxMatches: 1,
      explainedCount: 1,
      excludedIds: [],
      service: null,
      environment: null,
    });
  };
  const untilAll = () =>
    vi.waitFor(async () => expect([(await ask('Checkout')).searched, index.progress()]).toEqual([120, all]), 50_000);
  const all = { failures: 120, complete: true, hasModel: false };
  index.start();
  await untilAll();
  await expect(ask('end')).rejects.toThrow();
  await untilAll();
  expect(errors).toEqual([]);
});

test('a question is compared by meaning as soon as the vectors of the failures are computed', {
  timeout: 120_000,
}, async () => {
  const { store } = await startApiUnderTest();
  const connectionId = await ensureArchive(store);
  const titles = ['Certificate of the gateway expired', 'Gateway cannot be reached', 'Disk of the queue is full'];
  await store.failures.upsert(
    connectionId,
    titles.map((title) => ({ ...createFailureDraft(title), title, text: '' })),
  );
  /** A model for which only the first title and the question have the same meaning. */
  const embed = async (texts: readonly string[]) =>
    texts.map((text) => (/expired|outdated/u.test(text) ? Int8Array.of(1, 0) : Int8Array.of(0, 1)));
  const embedder = { embed, model: { name: 'test', digest: 'test model', onnxFile: '', tokenizerFile: '' } };
  const errors: AppError[] = [];
  const index = createFailureIndex({
    store,
    embedder,
    restMs: 20,
    share: { busy: 1 / 2, quiet: 1 / 2 },
    threadFile: worker,
    onError: (error) => errors.push(error),
  });
  onTestFinished(index.close);
  index.start();
  const ask = async () => {
    const document = { id: '', title: 'gateway cert outdated', text: '', occurredAt: '' };
    const { matches, isComparedByMeaning } = await index.search({
      document,
      isQuestion: true,
      maxMatches: 3,
      explainedCount: 1,
      excludedIds: [],
      service: null,
      environment: null,
    });
    const failures = await store.failures.findMany(matches.map(({ id }) => id));
    const titleOf = new Map(failures.map(({ id, title }) => [id, title]));
    return { isComparedByMeaning, first: titleOf.get(matches[0]?.id ?? '') };
  };
  await vi.waitFor(() => expect(index.progress()).toEqual({ failures: 3, complete: true, hasModel: true }), 50_000);
  expect((await ask()).isComparedByMeaning).toBe(false);
  await store.failures.computeMissingVectors('test model', 10, async (texts) =>
    Promise.all(texts.map(async ({ title }) => ({ values: (await embed([title]))[0] ?? new Int8Array(), count: 1 }))),
  );
  await vi.waitFor(async () => expect(await ask()).toEqual({ isComparedByMeaning: true, first: titles[0] }), 50_000);
  expect(errors).toEqual([]);
});

test('a question is compared by words alone if its vector cannot be computed', { timeout: 120_000 }, async () => {
  const { store } = await startApiUnderTest();
  await store.failures.upsert(await ensureArchive(store), ['f1'].map(createFailureDraft));
  const model = { name: 'test', digest: 'test model', onnxFile: '', tokenizerFile: '' };
  const embed = () => Promise.reject(new AppError('unavailable', 'Cannot compute sentence vectors.'));
  const errors: AppError[] = [];
  const index = createFailureIndex({
    store,
    embedder: { model, embed },
    restMs: 20,
    threadFile: worker,
    onError: (error) => errors.push(error),
  });
  onTestFinished(index.close);
  index.start();
  await vi.waitFor(() => expect(index.progress().complete).toBe(true), 50_000);
  const document = { id: '', title: 'Checkout', text: '', occurredAt: '' };
  const place = { service: null, environment: null };
  const question = { document, isQuestion: true, maxMatches: 1, explainedCount: 1, excludedIds: [], ...place };
  expect(await index.search(question)).toMatchObject({ searched: 1, isComparedByMeaning: false });
  expect(errors.map(({ code }) => code)).toEqual(['unavailable']);
});
