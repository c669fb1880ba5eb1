import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchResponse } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { type RunningRefrain, startRefrain } from './start-refrain.ts';

const incidents = [
  ['Storefront unreachable', 'The TLS certificate of the edge proxy had expired during the night.'],
  ['Orders delayed', 'A poison message blocked the consumer of the order queue.'],
  ['Search returns old results', 'The nightly job that rebuilds the index ran out of disk space.'],
  ['Payments fail at checkout', 'The connection pool of the payment database was exhausted.'],
] as const;

async function importIncidents({ url, token }: RunningRefrain): Promise<void> {
  const path = join(tmpdir(), `refrain-meaning-${process.pid}.jsonl`);
  onTestFinished(() => rm(path, { force: true }));
  const lines = incidents.map(([title, text], at) =>
    JSON.stringify({ id: at, title, text, date: `2026-03-0${at + 1}T09:00:00Z` }),
  );
  await writeFile(path, `${lines.join('\n')}\n`);
  const imported = await runCommand(['import', path], { REFRAIN_URL: url, REFRAIN_TOKEN: token });
  expect(imported, imported.stderr).toMatchObject({ code: 0 });
}

const search = (refrain: RunningRefrain, text: string) => refrain.ask<SearchResponse>('POST', '/v1/search', { text });

test('a question in other words finds the failure with the same meaning, after its vectors were computed', async () => {
  const refrain = await startRefrain();
  await importIncidents(refrain);
  const question = 'shop down, outdated cert at the gateway of the night shift';
  await expect
    .poll(async () => (await search(refrain, question)).meaning, { timeout: 120_000 })
    .toEqual({ isCompared: true, failuresWithVectors: incidents.length });
  const { matches } = await search(refrain, question);
  expect(matches[0]?.failure.title).toBe('Storefront unreachable');
  expect(matches[0]?.evidence.map(({ signal }) => signal)).toContain('meaning');
});

test('without a sentence model, a question is compared by its words', async () => {
  const refrain = await startRefrain({ REFRAIN_EMBEDDING_MODEL: 'none' });
  await importIncidents(refrain);
  await expect.poll(async () => (await search(refrain, 'exhausted pool')).searched, { timeout: 60_000 }).toBe(4);
  const { matches, meaning } = await search(refrain, 'exhausted pool');
  expect(meaning).toBeNull();
  expect(matches[0]?.failure.title).toBe('Payments fail at checkout');
});
