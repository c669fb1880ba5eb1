import { describe, expect, test } from 'vitest';
import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { createCorpusStatistics } from '../similarity/corpus-statistics.ts';
import { findPatternName } from './find-pattern-name.ts';
import { createSummaryShares } from './find-shared-clause.ts';
import { findPatternSymptom } from './name-alerts.ts';

const write = (id: string, title: string, text = '', more: Partial<FailureDocument> = {}): FailureDocument => ({
  id,
  title,
  text,
  occurredAt: '2024-01-01T00:00:00Z',
  ...more,
});
const others = [
  'Search is slow',
  'Mail is late',
  'Disk is full',
  'Orders failed',
  'Login timed out',
  'Prices wrong',
  'Queue stuck',
  'Map blank',
].map((title, index) => write(`x${index}`, title));

function read(members: readonly FailureDocument[]) {
  return {
    members,
    normalised: members.map(normaliseDocument),
    statistics: createCorpusStatistics([...members, ...others]),
    summaryShareOf: createSummaryShares(members),
  };
}
const name = (...members: FailureDocument[]) =>
  findPatternName({
    ...read(members),
    mechanism: null,
    likelyMechanism: null,
    agreed: null,
    findComponent: () => null,
  }).name;
const titles = (...all: string[]) => all.map((title, index) => write(`m${index}`, title));

describe('findPatternName', () => {
  test('findPatternName returns the clause that most members share, as written', () => {
    expect(
      name(
        ...titles(
          'Checkout: connection pool exhausted',
          'Connection pool exhausted on Friday',
          'Connection pool exhausted',
        ),
      ),
    ).toBe('Connection pool exhausted');
  });

  test('findPatternName prefers the reason in a revert message to the title of the reverted change', () => {
    const reason = 'worker threads exceed the connections of the database';
    expect(
      name(
        write('a', 'Increase basket worker threads', `Revert "Increase basket worker threads"\n\n${reason}`, {
          kind: 'reverted_change',
        }),
        write('b', 'Raise worker threads', `Revert "Raise worker threads"\n\n${reason}`, { kind: 'reverted_change' }),
      ),
    ).toBe(`${reason.charAt(0).toUpperCase()}${reason.slice(1)}`);
  });

  test.each([
    'not a code bug',
    'no behaviour change expected',
    'not related to the database work',
    'did not come back',
  ])('findPatternName rejects a denial as a name: %s', (denied) => {
    const text = `${denied}. The parcel ledger doubled.`;
    expect(name(write('a', '', text), write('b', '', text))).toBe('The parcel ledger doubled');
  });

  test.each(['No space left on the backup volume', 'Not enough free database handles'])(
    'findPatternName accepts a name that says what is missing: %s',
    (missing) => {
      expect(name(...titles(missing, missing))).toBe(missing);
    },
  );

  test('findPatternName rejects conversation and service names as a name', () => {
    const talk = 'paging the team, checkout api';
    const found = name(
      write('a', 'TLS certificate expired', talk, { services: ['checkout-api'] }),
      write('b', 'TLS certificate expired on node', talk, { services: ['checkout-api'] }),
    );
    expect(found).toMatch(/^TLS certificate expired/u);
  });

  test('findPatternName does not end a name with a preposition, a date or "vs"', () => {
    expect(
      name(...titles('Certificate expired on 2024-01-01 vs baseline', 'Certificate expired on 2024-02-01 vs baseline')),
    ).toBe('Certificate expired');
  });

  test('findPatternName returns the most frequent error and its service if there is no suitable clause', () => {
    expect(
      name(
        write('a', 'KafkaTimeoutError', '', { services: ['Ledger'] }),
        write('b', 'KafkaTimeoutError', '', { services: ['Ledger'] }),
      ),
    ).toBe('KafkaTimeoutError in Ledger');
  });

  test('findPatternName returns a name of 1 to 80 characters', () => {
    expect(name(...titles(`${'word '.repeat(40)}`, 'b')).length).toBeLessThanOrEqual(80);
    expect(name(...titles('', ''))).toBe('Similar incidents');
  });

  test('findPatternName never says that a failure was over, and never begins without a subject', () => {
    const over = 'The failure rate returned to baseline. This parcel ledger doubled. We saw parcel ledger errors.';
    expect(name(write('a', '', over), write('b', '', over))).toBe('Similar incidents');
  });

  test('findPatternName returns the most typical title of reverted changes without the id of a ticket', () => {
    const reverted = (id: string, title: string) => write(id, title, '', { kind: 'reverted_change' });
    expect(
      name(
        reverted('a', 'OPS-12: Shorten parcel ledger retries'),
        reverted('b', '[OPS-99] Parcel ledger retries configurable'),
      ),
    ).toBe('Reverted: Parcel ledger retries configurable');
  });

  const deployments = (error: string) =>
    ['a', 'b'].map((id) =>
      write(id, `Deployment of main failed: ${error}`, `Job: deploy, step: Apply\n${error}`, {
        kind: 'failed_deployment',
      }),
    );
  const lock = { clause: null, name: 'State lock held', inSentence: 'state lock held', isGeneral: false };
  const nameByLock = (error: string, clause: string | null = null) =>
    findPatternName({
      ...read(deployments(error)),
      mechanism: { ...lock, clause },
      likelyMechanism: null,
      agreed: null,
      findComponent: () => null,
    }).name;

  test('findPatternName names failed deployments by their mechanism and the error that most of them state', () => {
    expect(nameByLock('depot plan not applied')).toBe('State lock held: depot plan not applied');
    expect(nameByLock('depot plan not applied', 'The lock of Depot is held')).toBe(
      'The lock of Depot is held: depot plan not applied',
    );
  });

  test('findPatternName adds a second clause to the mechanism if the first is too long', () => {
    const long = 'depot plan for the sorter of the northern parcel region could not be applied';
    expect(nameByLock(`${long}\ncarrier handler refused`)).toBe('State lock held: carrier handler refused');
  });

  test('findPatternName adds no symptom of one of four failures to the mechanism', () => {
    const members = ['chart broken', 'plan refused', 'stack late', 'state missing'].map((status, at) =>
      write(`m${at}`, `Deployment of main failed: depot ${status}`, '', { kind: 'failed_deployment' }),
    );
    const mechanism = { ...lock, clause: null };
    const rest = { likelyMechanism: null, agreed: null, findComponent: () => null };
    expect(findPatternName({ ...read(members), mechanism, ...rest }).name).toBe('State lock held');
  });

  test('findPatternName omits a clause that states no failure if another one does', () => {
    const alerts = ['Flame graph of parcels', 'flame graph of parcels'].map((title, at) =>
      write(`m${at}`, title, 'the sorter answers slow', { kind: 'incident' }),
    );
    expect(name(...alerts)).toBe('The sorter answers slow');
  });

  test('findPatternName does not repeat the mechanism in other words', () => {
    expect(nameByLock('state lock not acquired')).toBe('State lock held');
    expect(nameByLock('depot state lock never held')).toBe('Depot state lock never held');
  });

  test('findPatternName joins two clauses of several alerts that share no word', () => {
    const ofQueue = ['Parcel queue stuck since noon', 'parcel queue stuck'];
    expect(name(...ofQueue.map((title, at) => write(`m${at}`, title, 'the sorter cannot decode the label')))).toBe(
      'Parcel queue stuck: the sorter cannot decode the label',
    );
  });

  test.each(['breaks old depot apps', 'exceeds parcel target', 'warmed the parcel cache by hand'])(
    'findPatternName does not name alerts by a clause without a subject: %s',
    (text) => {
      const alerts = ['Van six', 'Bike four'].map((title, at) =>
        write(`m${at}`, title, `${text}\nparcel sorter overloaded`),
      );
      expect(name(...alerts)).toBe('Parcel sorter overloaded');
    },
  );

  test('findPatternName does not name alerts by the title of a reverted change', () => {
    const change = 'Parcel ledger without lock';
    const revert = write('r', change, `Revert "${change}"`, { kind: 'reverted_change' });
    const alerts = ['Van six', 'Bike four'].map((title, at) => write(`m${at}`, title, 'parcel ledger blocked'));
    expect(name(revert, { ...revert, id: 's' }, ...alerts)).toBe('Parcel ledger blocked');
  });

  test('findPatternName does not join a field of an alert to the line before', () => {
    const text = 'The intake rejected the parcel: depot ledger limit exceeded\nregion: north';
    const alerts = ['Van six', 'Bike four'].map((title, at) => write(`m${at}`, title, text, { kind: 'incident' }));
    expect(name(...alerts)).not.toMatch(/region/u);
  });

  const agreed = { subject: 'parcel queries', predicate: 'slow', place: null, isSpecific: true, isTogether: true };
  const unlike = titles('Van six seven', 'Bike four');
  const nameUnlike = (more: Partial<Parameters<typeof findPatternName>[0]>) =>
    findPatternName({
      ...read(unlike),
      mechanism: null,
      likelyMechanism: null,
      agreed,
      findComponent: () => 'Depot',
      ...more,
    }).name;

  test('findPatternName says that the name of reports states no failure if they share none', () => {
    const nothing = { mechanism: null, likelyMechanism: null, agreed: null, findComponent: () => null };
    const reports = unlike.map((member, at) => ({ ...member, text: `${'abc'.charAt(at)} `.repeat(600) }));
    expect(findPatternName({ ...read(reports), ...nothing })).toEqual({
      name: 'Similar incidents',
      saysWhatFails: false,
    });
    expect(findPatternName({ ...read(unlike), ...nothing }).saysWhatFails).toBe(true);
  });

  test('findPatternName returns what the members agree on if they share no title', () => {
    expect(nameUnlike({})).toBe('Parcel queries slow');
  });

  test('findPatternName adds the component to a subject of one word, and never repeats it', () => {
    expect(nameUnlike({ agreed: { ...agreed, subject: 'queries' } })).toBe('Depot: queries slow');
    expect(nameUnlike({ agreed: { ...agreed, subject: 'Depot' } })).toBe('Depot slow');
  });

  test('findPatternName says what fails before the mechanism, if the members state both in one sentence', () => {
    const reports = unlike.map((member, at) => ({ ...member, text: `${'abc'.charAt(at)} `.repeat(600) }));
    const mechanism = {
      clause: 'Depot runs out of memory',
      name: 'Out of memory',
      inSentence: 'out of memory',
      isGeneral: false,
    };
    expect(nameUnlike({ ...read(reports), mechanism })).toBe('Parcel queries slow: out of memory');
    expect(nameUnlike({ ...read(reports), mechanism, agreed: { ...agreed, isTogether: false } })).toBe(
      'Depot runs out of memory',
    );
  });

  test('findPatternName returns the mechanism alone if what fails repeats it, or is only degraded', () => {
    const mechanism = { clause: null, name: 'Parcel index gone', inSentence: 'parcel index gone', isGeneral: false };
    expect(nameUnlike({ mechanism, agreed: { ...agreed, subject: 'parcel' } })).toBe('Parcel index gone');
    expect(nameUnlike({ mechanism, agreed: { ...agreed, predicate: 'degraded', isSpecific: false } })).toBe(
      'Parcel index gone',
    );
  });

  test('findPatternName names the subject or the component if the members state different failures', () => {
    expect(nameUnlike({ agreed: { ...agreed, predicate: null } })).toBe('Parcel queries: similar incidents');
    expect(nameUnlike({ agreed: { ...agreed, subject: 'queries', predicate: null } })).toBe('Depot: similar incidents');
  });

  test('findPatternName says what was reverted, and why if most messages say so', () => {
    const members = unlike.map((member) => ({ ...member, kind: 'reverted_change' as const }));
    expect(nameUnlike({ ...read(members) })).toBe('Reverted changes: parcel queries slow');
    expect(nameUnlike({ ...read(members), agreed: { ...agreed, isTogether: false } })).toBe(
      'Reverted changes to parcel queries',
    );
  });

  test('findPatternName does not use a title without an object, or about unnamed services', () => {
    expect(
      name(write('a', 'Customers were unable to create'), write('b', 'Customers were unable to create')),
    ).not.toContain('unable to create');
    expect(
      name(write('a', 'Disruption with some depot services'), write('b', 'Disruption with some depot services')),
    ).not.toContain('some depot');
  });

  test('findPatternName does not use a title whose words are not in most of the other titles and summaries', () => {
    const later = `${'Nothing else was seen. '.repeat(40)}The parcel ledger doubled.`;
    const members = [
      write('a', 'Parcel ledger doubled', 'x '.repeat(600)),
      write('b', 'Depot closed', later),
      write('c', 'Van stuck'),
    ];
    expect(name(...members.map((member) => ({ ...member, kind: 'incident' as const })))).not.toMatch(/parcel|ledger/iu);
  });

  test('findPatternName does not use a title in which a value is missing', () => {
    const reverted = (id: string, title: string) => write(id, title, '', { kind: 'reverted_change' });
    const found = name(
      reverted('a', 'Upgrade parcel ledger from to latest'),
      reverted('b', 'Upgrade parcel ledger from to latest'),
    );
    expect(found).not.toContain('from to');
  });

  test('findPatternName does not use a clause in which a figure is missing', () => {
    const reports = ['a', 'b'].map((id) => write(id, 'Van six', 'The parcel error rate was 3 % and peaked at 9 %.'));
    expect(name(...reports)).not.toMatch(/was and|peaked$/u);
  });

  test('findPatternName uses the mechanism that describes the members best before a title of one of them', () => {
    const likelyMechanism = {
      clause: 'Depot runs out of memory',
      name: 'Out of memory',
      inSentence: 'out of memory',
      isGeneral: false,
    };
    const input = {
      ...read(titles('Van six seven parcel ledger', 'Ledger of one parcel bike four')),
      ...{ mechanism: null, likelyMechanism, agreed: null },
      findComponent: () => 'Depot',
    };
    expect(findPatternName(input)).toEqual({ name: 'Out of memory (likely)', saysWhatFails: true });
    expect(findPatternName({ ...input, places: 'ledger and maps' }).name).toBe(
      'Ledger and maps: out of memory (likely)',
    );
  });

  test('findPatternName finds a name in the texts if there are no titles', () => {
    expect(name(write('a', '', 'Quota exceeded for disks'), write('b', '', 'quota exceeded for disks again'))).toBe(
      'Quota exceeded for disks',
    );
  });
});

test('findPatternSymptom quotes alert titles, never reverts', () => {
  const members = [
    write('a', 'Readiness probe failed', 'limits were tightened'),
    write('b', 'Readiness probe failed again', 'limits were tightened'),
    write('c', 'Tighten limits', 'limits were tightened', { kind: 'reverted_change' }),
  ];
  expect(findPatternSymptom(read(members))).toMatch(/^Readiness probe failed/u);
  expect(findPatternSymptom(read(members.slice(2)))).toBeNull();
});
