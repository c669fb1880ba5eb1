import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@refrain/store';
import type { ConnectedCompany } from '../company/connected-company.ts';
import type { EmulatedCompany } from '../company/emulated-company.ts';
import type { RepositoryEvents } from '../company/repository-events.ts';
import { compareRecords, listRecordDifferences, type RecordComparison, type StoredRecord } from './compare-records.ts';
import type { ExpectedRecord } from './expected-record.ts';
import { listExpectedGitHubRecords } from './list-expected-github-records.ts';
import { listExpectedIncidents } from './list-expected-incidents.ts';

interface Compared {
  readonly company: EmulatedCompany;
  readonly store: Store;
  readonly connected: ConnectedCompany;
  readonly repositories: RepositoryEvents;
  readonly timeoutMs: number;
  /** Starts a completeness check, for runs that are too short to wait for Refrain's schedule. */
  checkCompleteness?(): Promise<unknown>;
  readonly print: (line: string) => void;
}

const checkEveryMs = 20_000;

/**
 * Compares stored records with those at the providers until they are equal or the timeout is over. Refrain must find missing records by
 * itself.
 */
export async function compareRecordsUntilEqual({
  timeoutMs,
  checkCompleteness,
  print,
  ...compared
}: Compared): Promise<RecordComparison> {
  const deadline = Date.now() + timeoutMs;
  let lastLine = '';
  let checkedAt = Date.now();
  for (let equal = 0; ; ) {
    const comparison = await compareNow(compared);
    equal = listRecordDifferences(comparison).length === 0 ? equal + 1 : 0;
    // Compare once more after a while, because a late delivery must not overwrite newer records.
    if (equal === 2 || Date.now() > deadline) return comparison;
    const { lost, twice, invented, stale } = comparison;
    const line = `${lost.length} lost, ${twice.length} twice, ${invented.length} invented, ${stale.length} stale`;
    if (line !== lastLine) print([line, ...listRecordDifferences(comparison).slice(0, 3)].join('\n         '));
    lastLine = line;
    if (checkCompleteness !== undefined && equal === 0 && Date.now() - checkedAt > checkEveryMs) {
      checkedAt = Date.now();
      await checkCompleteness();
    }
    await wait(equal === 1 ? 4_000 : 1_500);
  }
}

async function compareNow({
  company,
  store,
  connected,
  repositories,
}: Pick<Compared, 'company' | 'store' | 'connected' | 'repositories'>) {
  const fullName = (name: string) => `${company.organisation}/${name}`;
  const expected: ExpectedRecord[] = [
    ...listExpectedIncidents(company.pagerduty),
    ...listExpectedGitHubRecords(company),
  ];
  for (const { repository, sha } of await repositories.listReverts()) {
    if (repository.name === null) continue;
    const externalId = `${fullName(repository.name)}@${sha}`;
    expected.push({ provider: 'github', table: 'failure', kind: 'reverted_change', externalId, state: {} });
  }
  const [failures, changes] = await Promise.all([store.failures.listAll(), store.changes.listAll()]);
  const stored: StoredRecord[] = (['github', 'pagerduty'] as const).flatMap((provider) => {
    const isOfIt = ({ connectionId }: { readonly connectionId: string }) => connectionId === connected[provider];
    return [
      ...failures.filter(isOfIt).map((row) => ({ provider, table: 'failure', row }) as const),
      ...changes.filter(isOfIt).map((row) => ({ provider, table: 'change', row }) as const),
    ];
  });
  const present = new Map(
    repositories.repositories.flatMap(({ name, formerNames }) =>
      formerNames.map((former) => [fullName(former), name === null ? null : fullName(name)] as const),
    ),
  );
  return compareRecords(expected, stored, present);
}
