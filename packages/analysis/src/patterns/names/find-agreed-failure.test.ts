import { describe, expect, test } from 'vitest';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findAgreedFailure } from './find-agreed-failure.ts';

const write = (id: string, title: string, text = ''): FailureDocument => ({
  id,
  title,
  text,
  kind: 'incident',
  occurredAt: '2024-01-01T00:00:00Z',
});
const others = ['Mail is late', 'Disk is full', 'Login timed out', 'Prices wrong', 'Map blank', 'Van stuck'].map(
  (title, at) => write(`x${at}`, title),
);

function find(texts: readonly string[], rootCauses: readonly string[] = []) {
  const members = texts.map((text, at) => write(`m${at}`, 'Incident', `${text}\n${rootCauses[at] ?? ''}`));
  return findAgreedFailure({
    members,
    normalised: members.map(normaliseDocument),
    statistics: createCorpusStatistics([...members, ...others]),
    rootCauseOf: new Map(rootCauses.map((cause, at) => [`m${at}`, cause])),
  });
}
const nameOf = (...texts: string[]) => {
  const agreed = find(texts);
  return agreed && [agreed.subject, agreed.predicate].filter((part) => part !== '').join(' ');
};

describe('findAgreedFailure', () => {
  test('findAgreedFailure counts different words for one predicate as the same', () => {
    expect(nameOf('The parcel ledger was down.', 'An outage of the parcel ledger began.')).toBe(
      'parcel ledger unavailable',
    );
    expect(nameOf('Parcel ledgers had high latency.', 'Requests to parcel ledgers timed out.')).toBe(
      'parcel ledgers slow',
    );
  });

  test('findAgreedFailure needs both members of a pair, and half of a larger group', () => {
    expect(nameOf('The parcel ledger was down.', 'The van was stuck.')).toBeNull();
    expect(
      nameOf('The parcel ledger was down.', 'The parcel ledger was down.', 'One van was green.', 'A bike was red.'),
    ).toBe('parcel ledger unavailable');
  });

  test('findAgreedFailure returns a subject without predicate if the members state different failures', () => {
    expect(find(['The parcel ledger was down.', 'Some parcel ledger pages were incorrect.'])).toMatchObject({
      subject: 'parcel ledger',
      predicate: null,
      isSpecific: false,
    });
  });

  test('findAgreedFailure says whether the predicate is stated in sentences about the subject', () => {
    expect(find(['The parcel ledger failed.', 'The parcel ledger failed.'])?.isTogether).toBe(true);
    expect(find(['The parcel ledger failed.', 'We moved the parcel ledger. The van failed.'])?.isTogether).toBe(false);
  });

  test('findAgreedFailure returns a narrower predicate if most members state it', () => {
    expect(nameOf('The parcel ledger crashed.', 'The parcel ledger kept crashing.')).toBe('parcel ledger crashing');
    expect(nameOf('The parcel ledger crashed.', 'The parcel ledger failed.')).toBe('parcel ledger failing');
  });

  test('findAgreedFailure chooses the subject that is closest to the predicate', () => {
    const text = 'An incident affects missing parcel labels on the settings page of the Depot Map.';
    expect(nameOf(text, text)).toBe('parcel labels missing');
  });

  test('findAgreedFailure does not choose what a preposition names as a place', () => {
    const text = 'Parcel labels are missing from the depot index.';
    expect(nameOf(text, text)).toBe('Parcel labels missing');
  });

  test('findAgreedFailure returns no predicate if the members only say that something else fails', () => {
    expect(
      find(['We moved the parcel ledger. A van failed.', 'We moved the parcel ledger. A bike failed.'])?.predicate,
    ).toBeNull();
  });

  test('findAgreedFailure ignores the output of programs', () => {
    const text = 'The parcel van was again late.';
    const output = 'Post https://depot.test:443/a?timeout=30s: ledgerhook entries missing';
    expect(nameOf(`${text}\n${output}`, `${text}\n${output}`)).toBe('parcel van delayed');
  });

  test('findAgreedFailure reads sentences that state a failure before the others', () => {
    const other = 'Nothing else is known of it yet today. Many people looked at all of it. '.repeat(12);
    const told = Array.from(
      { length: 20 },
      (_, at) => `Note ${'abcdefghijklmnopqrst'.charAt(at)}: ${other.slice(0, 60)}.`,
    );
    const text = `${told.join(' ')} The parcel ledger was down.`;
    expect(nameOf(text, text)).toBe('parcel ledger unavailable');
  });

  test('findAgreedFailure ignores sentences that say what did not fail', () => {
    expect(
      nameOf(
        'The parcel van was late. The parcel ledger was not affected by the outage.',
        'The parcel van was late. The parcel ledger was not affected by the outage.',
      ),
    ).toBe('parcel van delayed');
  });

  test('findAgreedFailure returns the whole product name, and names the activity that fails', () => {
    expect(nameOf('Creation of Parcel Depot Ledgers failed.', 'Requests to create Parcel Depot Ledgers failed.')).toBe(
      'Parcel Depot Ledger creation failing',
    );
  });

  test('findAgreedFailure writes the singular of a subject before the activity', () => {
    expect(nameOf('Uploads to Parcel Depot Entries failed.', 'All uploads to Parcel Depot Entries failed.')).toBe(
      'Parcel Depot Entry uploads failing',
    );
  });

  test('findAgreedFailure needs no predicate for a subject that says how it fails', () => {
    expect(nameOf('There was parcel loss in Rome.', 'The depot saw parcel loss for a day.')).toBe('parcel loss');
  });

  test('findAgreedFailure names an activity if the members share no other subject', () => {
    expect(nameOf('Deploying vans failed.', 'Bike deployments failed.')).toBe('deployments failing');
  });

  test('findAgreedFailure reads stated root causes', () => {
    const long = 'Nothing else is known of it. '.repeat(30);
    expect(find([long, long], ['The parcel ledger crashed.', 'The parcel ledger failed.'])).toMatchObject({
      subject: 'parcel ledger',
      predicate: 'failing',
    });
  });

  test('findAgreedFailure returns the same for members in any order', () => {
    const texts = ['The parcel ledger was down.', 'Parcel Ledgers: outage.', 'The Parcel Ledger had an outage.'];
    expect(nameOf(...texts)).toBe(nameOf(...texts.toReversed()));
  });
});
