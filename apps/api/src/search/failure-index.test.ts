import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppError } from '@refrain/domain';
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
export { drop, finish, put, compact, size } from '${worker.href}';
export function search(question) {
  if (question.document.title === 'end') process.exit(1);
  return answer(question);
}
`,
  );
  return pathToFileURL(path);
}

// Three threads start one after the other, which takes half a minute on a busy machine.
test('replaces a search thread that exits, and fills the index of the new thread', { timeout: 120_000 }, async () => {
  const { store } = await startApiUnderTest();
  const { id: connectionId } = await store.connections.ensure({
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
  const all = { failures: 120, complete: true };
  index.start();
  await untilAll();
  await expect(ask('end')).rejects.toThrow();
  await untilAll();
  expect(errors).toEqual([]);
});
