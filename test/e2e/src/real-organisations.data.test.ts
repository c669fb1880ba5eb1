import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Pattern } from '@refrain/domain';
import { githubWorldFromReverts } from '@refrain/emulators';
import { findProcessScript } from '@refrain/local';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { listFailures, listPatterns } from './read-failures-and-patterns.ts';
import { runCommand } from './run-command.ts';
import { type RunningRefrain, root, startRefrain } from './start-refrain.ts';

const run = promisify(execFile);

/** Timeout in milliseconds. The analysis takes half a minute on an idle machine. */
const analysisTimeoutMs = 400_000;

const dataFile = (name: string) => join(root, '../shared/data', name);
const reportsFile = dataFile('incidents-2i2c.jsonl');

async function readLines(name: string): Promise<string[]> {
  return (await readFile(dataFile(name), 'utf8')).trim().split('\n');
}

async function importArchive(refrain: RunningRefrain, path: string) {
  const args = [findProcessScript('cli'), '--url', refrain.url, '--token', refrain.token, '--json', 'import', path];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout) as { stored: number; skipped: unknown[] };
}

test('the CLI parses all 29 incident reports of a real organisation', async () => {
  const { code, stdout } = await runCommand(['import', reportsFile, '--dry-run', '--json']);
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, records: 29, skipped: [] });
});

test('the incident reports and reverts of a real organisation become failures and patterns', async () => {
  const rows = (await readLines('reverts-2i2c-infrastructure.jsonl')).map((line) => JSON.parse(line));
  const accounts = await startEmulatedAccounts({
    github: githubWorldFromReverts(rows),
    pagerduty: { subdomain: 'empty', services: [], users: [], incidents: [] },
  });
  const refrain = await startRefrain();
  await accounts.connect(refrain);
  expect(await importArchive(refrain, reportsFile)).toMatchObject({ stored: 29, skipped: [] });
  await refrain.waitUntilIdle(analysisTimeoutMs);
  const failures = await listFailures(refrain);
  expect(failures.filter(({ kind }) => kind === 'incident')).toHaveLength(29);
  expect(failures.filter(({ kind }) => kind === 'reverted_change').length).toBeGreaterThan(200);
  const patterns = await listPatterns(refrain);
  expect(patterns.length).toBeGreaterThan(2);
  expect(patterns.every(({ episodes }) => episodes >= 2)).toBe(true);
  printPatterns('2i2c', failures.length, patterns);
});

test('200 incidents of a cloud provider become failures and patterns; a second import changes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-real-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'outages.jsonl');
  // The file has a thousand incidents. The first 200 are enough and save a minute.
  const lines = (await readLines('incidents-gcp-status.jsonl')).slice(0, 200);
  await writeFile(file, lines.join('\n'));
  const refrain = await startRefrain();

  expect(await importArchive(refrain, file)).toMatchObject({ stored: 200, skipped: [] });
  await refrain.waitUntilIdle(analysisTimeoutMs);
  const failures = await listFailures(refrain);
  expect(failures).toHaveLength(200);
  const patterns = await listPatterns(refrain);
  expect(patterns.length).toBeGreaterThan(5);
  printPatterns('gcp', failures.length, patterns);

  expect(await importArchive(refrain, file)).toMatchObject({ stored: 0, known: 200 });
  await refrain.waitUntilIdle(analysisTimeoutMs);
  expect(await listPatterns(refrain)).toEqual(patterns);
});

/** Prints the patterns to the log for people, who can judge more than these assertions. */
function printPatterns(organisation: string, failures: number, patterns: readonly Pattern[]): void {
  const mixed = patterns.filter(({ kinds }) => kinds.incident > 0 && kinds.reverted_change > 0);
  process.stderr.write(
    `${organisation}: ${failures} failures, ${patterns.length} patterns, ${mixed.length} with incidents and reverts\n`,
  );
  for (const { episodes, kinds, name } of patterns.slice(0, 20)) {
    process.stderr.write(
      `  ${episodes} episodes (${kinds.incident} incidents, ${kinds.reverted_change} reverts): ${name}\n`,
    );
  }
}
