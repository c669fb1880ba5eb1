import { describe, expect, test } from 'vitest';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findCoherentMembers } from './coherence.ts';

function write(title: string, text = ''): FailureDocument {
  return { id: title, title, text, occurredAt: '' };
}

const invoices = [
  write('Invoices rounded twice', 'The invoices of carriers were rounded twice'),
  write('Carrier invoices are rounded twice', 'Each invoice was rounded by two steps'),
  write('Wrong sums: invoices rounded twice', 'The totals differ from the invoices'),
];
const stranger = write('Map of depots is blank', 'The tiles were not drawn');
const others = Array.from({ length: 30 }, (_, at) => write(`Printer ${at} offline`, 'Paper jam in the hall'));

function findIn(members: readonly FailureDocument[], outside: readonly FailureDocument[] = others): string[] {
  const coherent = findCoherentMembers(
    members.map((member) => ({ document: normaliseDocument(member), failures: [member] })),
    createCorpusStatistics([...members, ...outside]),
  );
  return coherent.map((at) => members[at]?.title ?? '');
}

describe('findCoherentMembers', () => {
  test('an episode that has nothing in common with the others does not stay', () => {
    expect(findIn([...invoices, stranger])).toEqual(invoices.map(({ title }) => title));
  });

  test('a group whose members have nothing in common keeps none of them', () => {
    expect(findIn([stranger, write('Labels torn'), write('Sessions lost at night')])).toEqual([]);
  });

  test('the same error is enough, whatever the other words say', () => {
    const members = [
      write('Map of depots is blank', 'ORA-01555 snapshot too old'),
      write('Labels torn', 'ORA-01555 snapshot too old'),
    ];
    expect(findIn(members)).toHaveLength(2);
  });

  test('all members stay with too few other failures to tell which words are telling', () => {
    expect(findIn([...invoices, stranger], [])).toHaveLength(4);
  });

  test('a large group is compared in samples', () => {
    const many = Array.from({ length: 150 }, (_, at) => write(`Invoices rounded twice (${at})`));
    const outside = Array.from({ length: 200 }, (_, at) => write(`Printer ${at} offline`));
    expect(findIn([...many, stranger], outside)).toHaveLength(150);
  });
});
