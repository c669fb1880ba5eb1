import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startGitHubEmulator } from '../github/start-github-emulator.ts';
import { startPagerDutyEmulator } from '../pagerduty/start-pagerduty-emulator.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import { githubWorldFromReverts } from './github-world-from-reverts.ts';
import { pagerDutyWorldFromIncidents } from './pagerduty-world-from-incidents.ts';

const folder = resolve(import.meta.dirname, '../../../../../shared/data');

function readRows(name: string): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function followPages(url: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let next: string | undefined = url; next !== undefined; ) {
    const page: { body: Record<string, unknown>[]; headers: Headers } = await requestJson(next, {
      authorization: 'token t',
    });
    items.push(...page.body);
    next = /<([^>]+)>; rel="next"/u.exec(page.headers.get('link') ?? '')?.[1];
  }
  return items;
}

it('the GitHub emulator serves every revert of a real organisation', async () => {
  const rows = readRows('reverts-2i2c-infrastructure.jsonl');
  const emulator = await startGitHubEmulator({ world: githubWorldFromReverts(rows), token: 't' });
  onTestFinished(emulator.close);
  const commits = await followPages(`${emulator.url}/repos/2i2c-org/infrastructure/commits?per_page=100`);
  const shas = new Set(commits.map(({ sha }) => sha));
  for (const row of rows) {
    expect(shas).toContain(row.revert_sha);
    if (row.reverted_sha) expect(shas).toContain(row.reverted_sha);
  }
  expect(shas.size).toBe(commits.length);
  const pulls = await followPages(`${emulator.url}/repos/2i2c-org/infrastructure/pulls?state=all&per_page=100`);
  expect(pulls.length).toBeGreaterThan(100);
  expectDocumentedExchanges(emulator.requests());
});

it.each(['incidents-2i2c.jsonl', 'incidents-gcp-status.jsonl'])(
  'the PagerDuty emulator serves every incident in %s',
  async (name) => {
    const rows = readRows(name);
    const emulator = await startPagerDutyEmulator({ world: pagerDutyWorldFromIncidents(rows), token: 't' });
    onTestFinished(emulator.close);
    const ids = new Set<string>();
    for (let offset = 0, more = true; more; offset += 100) {
      const url = `${emulator.url}/incidents?date_range=all&limit=100&offset=${offset}`;
      const { body } = await requestJson<{ incidents: { id: string }[]; more: boolean }>(url, {
        authorization: 'Token token=t',
      });
      for (const { id } of body.incidents) ids.add(id);
      more = body.more;
    }
    expect(ids.size).toBe(rows.length);
    expectDocumentedExchanges(emulator.requests());
  },
);
