import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLabelledIncidents, readLabelledReverts } from './read-labelled-organisations.ts';

function writeFolder(files: Readonly<Record<string, readonly object[]>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'labelled-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'));
  return folder;
}

test('readLabelledIncidents reads each source as an organisation', async () => {
  const label = { cause: 'capacity', trigger: 'unknown', doubtful: false, group: null, strength: null };
  const folder = writeFolder({
    'labels-incidents.jsonl': [
      { id: 'a1', source: 'a', ...label },
      { id: 'b1', source: 'b', ...label, cause: 'data' },
    ],
    'incidents-a.jsonl': [{ id: 'a1', title: 'Disk full', text: 'The disk was full.', start: '2024-01-01T00:00:00Z' }],
    'incidents-b.jsonl': [{ id: 'b1', title: 'Rows lost', text: 'Rows were lost.', start: '2024-01-01T00:00:00Z' }],
  });
  const organisations = await readLabelledIncidents(folder);
  expect(organisations.map(({ name, failures }) => [name, failures.map(({ id }) => id)])).toEqual([
    ['a', ['a1']],
    ['b', ['b1']],
  ]);
  expect(organisations[1]?.incidentLabels.get('b1')).toMatchObject({ cause: 'data' });
});

test('readLabelledReverts reads the repositories of an owner as one organisation', async () => {
  const revert = (repo: string, sha: string) => ({
    repo,
    revert_sha: sha,
    revert_date: '2024-01-02T00:00:00Z',
    revert_subject: 'Revert "Raise the limit"',
    revert_body: `This reverts commit ${'f'.repeat(40)}.`,
    reverted_sha: null,
  });
  const [first, second] = ['1'.repeat(40), '2'.repeat(40)];
  const folder = writeFolder({
    'labels-reverts.jsonl': [
      { repo: 'acme/shop', revert_sha: first, verdict: 'failure' },
      { repo: 'acme/infra', revert_sha: second, verdict: 'planned' },
    ],
    'reverts-shop.jsonl': [revert('acme/shop', first)],
    'reverts-infra.jsonl': [revert('acme/infra', second)],
  });
  const [acme, ...others] = await readLabelledReverts(folder);
  expect(others).toEqual([]);
  expect(acme?.verdicts).toEqual(
    new Map([
      [`acme/infra@${second}`, 'planned'],
      [`acme/shop@${first}`, 'failure'],
    ]),
  );
  expect(acme?.failures.map(({ id }) => id).sort()).toEqual([...(acme?.verdicts.keys() ?? [])].sort());
});
