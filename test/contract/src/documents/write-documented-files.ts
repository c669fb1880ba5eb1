import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCodeBlock } from './read-document.ts';

const commit = {
  repo: 'acme/shop',
  sha: 'a1'.repeat(20),
  date: '2026-01-01T10:00:00Z',
  parents: [] as string[],
  subject: 'Cache prices (#7)',
  body: '',
  pr: 7,
};
const revert = { ...commit, sha: 'b2'.repeat(20), parents: [commit.sha], subject: 'Revert "Cache prices (#7)" (#8)' };
const toLines = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const incident = (at: string) => ({ id: at, start: at, service: 'checkout', text: `Queue stuck ${at}` });

/** Writes the files that documents mention. `token` is the credential of both provider accounts. */
export async function writeDocumentedFiles(folder: string, token: string): Promise<void> {
  await mkdir(join(folder, 'post-mortems'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await Promise.all([
    write('key.txt', token),
    write('token.txt', token),
    write('slack.txt', 'https://hooks.slack.com/services/T0/B0/secret'),
    write('incidents.csv', readCodeBlock('docs/archives.md', 'csv')),
    write('incidents.jsonl', toLines(...['2025-01-02', '2025-03-04', '2025-09-10', '2026-01-05'].map(incident))),
    write('commits.jsonl', toLines(commit, revert)),
    write('reverts.jsonl', toLines({ revert_sha: revert.sha, reverted_sha: commit.sha })),
    write('reverted.jsonl', toLines({ date: '2026-01-05', title: 'Revert "Cache prices"', text: 'Checkout failed.' })),
    write('post-mortems/2026-02-03-disk-full.md', '# Disk full\n\nNobody had an alert.\n'),
    write('report.md', '# Outage\n\nThe operator should have checked the pool.\n'),
  ]);
}
