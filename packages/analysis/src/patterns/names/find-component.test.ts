import { expect, test } from 'vitest';
import { readReport } from '../../extraction/read-report.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findComponent } from './find-component.ts';
import { createOneEpisodePerFailure } from './testing.ts';

const write = (id: string, text: string): FailureDocument => ({
  id,
  title: 'Late parcels',
  text,
  kind: 'incident',
  occurredAt: '2024-01-01T00:00:00Z',
});
const others = ['Mail is late', 'Disk is full', 'Login timed out', 'Map blank', 'Van stuck'].map((text, at) =>
  write(`x${at}`, text),
);

function find(text: string): string | null {
  return findIn([write('a', text), write('b', text)]);
}

function findIn(members: readonly FailureDocument[]): string | null {
  return findComponent({
    members,
    episodes: createOneEpisodePerFailure(members),
    read: members.map((member) => ({ member, reading: readReport(member) })),
    normalised: members.map(normaliseDocument),
    statistics: createCorpusStatistics([...members, ...others]),
  });
}

test('findComponent returns the whole name of what members name', () => {
  expect(find('The root cause was that Depot Requests were lost. The disk of Depot Requests failed.')).toBe(
    'Depot Requests',
  );
});

test('findComponent returns a service only if more than half of the episodes have it', () => {
  const at = (id: string, service: string) => ({ ...write(id, ''), services: [service] });
  const members = [at('a', 'ledger'), at('b', 'ledger'), at('c', 'maps')];
  expect(findIn(members)).toBe('ledger');
  expect(findIn([...members, at('d', 'labels')])).toBeNull();
});

test('findComponent ignores what a sentence says was not affected', () => {
  expect(find('The root cause was a failed disk of which Depotmail was unaffected.')).toBeNull();
});

test('findComponent ignores sentences that list what was affected', () => {
  expect(find('The outage caused failures of Depotmail, Vanlines, Bikelane and Ledgerbook.')).toBeNull();
});
