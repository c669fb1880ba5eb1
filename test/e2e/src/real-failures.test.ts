import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Pattern } from '@refrain/domain';
import { githubWorldFromReverts } from '@refrain/emulators';
import { scriptOf } from '@refrain/local';
import { afterAll, describe, expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { listFailures, listPatterns } from './read-outcome.ts';
import { findSharedData } from './shared-data.ts';
import { type Refrain, startRefrain } from './start-refrain.ts';

const run = promisify(execFile);

/** Work of half a minute that gives way to the test beside it: longer than a busy machine takes, shorter than for ever. */
const patienceMs = 180_000;

async function importArchive(refrain: Refrain, path: string) {
  const args = [scriptOf('cli'), '--url', refrain.url, '--token', refrain.token, '--json', 'import', path];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout) as { stored: number; skipped: unknown[] };
}

const incidents = findSharedData('incidents-2i2c.jsonl');
const reverts = findSharedData('reverts-2i2c-infrastructure.jsonl');

describe.runIf(incidents !== null && reverts !== null)(
  'one real organisation: its incident reports and its reverts',
  { timeout: patienceMs + 60_000 },
  async () => {
    const rows = (await readFile(reverts ?? '', 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const github = githubWorldFromReverts(rows);
    const accounts = await startEmulatedAccounts({
      github,
      pagerduty: { subdomain: 'empty', services: [], users: [], incidents: [] },
    });
    const refrain = await startRefrain();

    test('all of it becomes failures, and patterns that hold both kinds', async () => {
      await accounts.connect(refrain);
      expect(await importArchive(refrain, incidents ?? '')).toMatchObject({ stored: 29, skipped: [] });
      await refrain.settle(patienceMs);
      const failures = await listFailures(refrain);
      expect(failures.filter(({ kind }) => kind === 'incident')).toHaveLength(29);
      expect(failures.filter(({ kind }) => kind === 'reverted_change').length).toBeGreaterThan(200);
      const patterns = await listPatterns(refrain);
      expect(patterns.length).toBeGreaterThan(5);
      expect(patterns.every(({ episodes }) => episodes >= 2)).toBe(true);
      describePatterns('2i2c', failures.length, patterns);
    });
  },
);

const outages = findSharedData('incidents-gcp-status.jsonl');
/** Of the thousand that the file has. */
const mostOutages = 200;

describe.runIf(outages !== null)(
  'hundreds of incidents of a cloud provider',
  { timeout: patienceMs + 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'refrain-real-'));
    afterAll(() => rm(folder, { recursive: true }));
    const file = join(folder, 'outages.jsonl');
    const lines = (await readFile(outages ?? '', 'utf8')).trim().split('\n').slice(0, mostOutages);
    await writeFile(file, lines.join('\n'));
    const refrain = await startRefrain();

    test('all of them become failures, and patterns among them', async () => {
      expect(await importArchive(refrain, file)).toMatchObject({ stored: mostOutages, skipped: [] });
      await refrain.settle(patienceMs);
      const failures = await listFailures(refrain);
      expect(failures).toHaveLength(mostOutages);
      const patterns = await listPatterns(refrain);
      expect(patterns.length).toBeGreaterThan(10);
      describePatterns('gcp', failures.length, patterns);
    });

    test('bringing them again changes nothing', async () => {
      const before = await listPatterns(refrain);
      expect(await importArchive(refrain, file)).toMatchObject({ stored: 0, known: mostOutages });
      await refrain.settle(patienceMs);
      expect(await listPatterns(refrain)).toEqual(before);
    });
  },
);

/** For whoever reads the log: what a person would judge, which no assertion can. */
function describePatterns(organisation: string, failures: number, patterns: readonly Pattern[]): void {
  const both = patterns.filter(({ kinds }) => kinds.incident > 0 && kinds.reverted_change > 0);
  process.stderr.write(
    `${organisation}: ${failures} failures, ${patterns.length} patterns, ${both.length} of incidents and reverts\n`,
  );
  for (const { episodes, kinds, name } of patterns.slice(0, 20)) {
    process.stderr.write(
      `  ${episodes} episodes (${kinds.incident} incidents, ${kinds.reverted_change} reverts): ${name}\n`,
    );
  }
}
