import type { Correction, CorrectionDecision, Failure } from '@refrain/domain';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createFailure, shaOf } from '../../linking/testing.ts';
import { findDuplicates, mergeDuplicateFailures } from './merge-duplicate-failures.ts';

const url = 'https://acme.pagerduty.com/incidents/PA1B2C3';
const pagedIncident = createFailure('page', 0, {
  externalId: 'PA1B2C3',
  url,
  title: 'Checkout fails',
  text: 'CPU is high.',
  services: ['shop'],
});
const outageIssue = createFailure('issue', 1, {
  externalId: 'acme/shop#issue/7',
  title: 'No orders',
  text: 'Each refused card leaked a connection.',
  services: ['shop', 'cards'],
  references: [url],
  resolvedAt: createFailure('', 2).occurredAt,
});
const other = createFailure('other', 50);
const all = [other, outageIssue, pagedIncident];

function decided(...decisions: CorrectionDecision[]): Correction[] {
  return decisions.map((decision, at) => ({ id: `${at}`, decision, decidedAt: '2026-02-01T00:00:00.000Z' }));
}

test('a primary includes the content of its duplicates after its own content', () => {
  const { failures, duplicates } = mergeDuplicateFailures(all, []);
  expect(duplicates).toEqual([{ failureId: 'issue', duplicateOf: 'page' }]);
  expect(failures).toEqual([
    other,
    {
      ...pagedIncident,
      text: 'CPU is high.\n\nNo orders\n\nEach refused card leaked a connection.',
      services: ['shop', 'cards'],
      references: [url],
      resolvedAt: outageIssue.resolvedAt,
    },
  ]);
});

test('a correction of a duplicate applies to its primary', () => {
  const { corrections } = mergeDuplicateFailures(
    all,
    decided(
      { kind: 'not_a_failure', failureId: 'issue' },
      { kind: 'statement', failureId: 'issue', statement: 'symptom', quote: 'No orders' },
      { kind: 'must_link', failureIds: ['issue', 'other'] },
      { kind: 'must_link', failureIds: ['issue', 'page'] },
      { kind: 'link', type: 'caused_by', failureId: 'issue', targetId: 'change', right: true },
      { kind: 'link', type: 'same_episode', failureId: 'other', targetId: 'issue', right: true },
      { kind: 'rename', patternId: 'p', name: 'Cards' },
    ),
  );
  expect(corrections.map(({ decision }) => decision)).toEqual([
    { kind: 'not_a_failure', failureId: 'page' },
    { kind: 'statement', failureId: 'page', statement: 'symptom', quote: 'No orders' },
    { kind: 'must_link', failureIds: ['page', 'other'] },
    { kind: 'link', type: 'caused_by', failureId: 'page', targetId: 'change', right: true },
    { kind: 'link', type: 'same_episode', failureId: 'other', targetId: 'page', right: true },
    { kind: 'rename', patternId: 'p', name: 'Cards' },
  ]);
});

test.each<CorrectionDecision>([
  { kind: 'cannot_link', failureIds: ['page', 'issue'] },
  { kind: 'link', type: 'same_episode', failureId: 'issue', targetId: 'page', right: false },
])('mergeDuplicateFailures keeps two failures separate that a person separated: $kind', (decision) => {
  const correction = decided(decision);
  expect(mergeDuplicateFailures(all, correction)).toEqual({ duplicates: [], failures: all, corrections: correction });
});

const address = (name: string): string => `https://acme.pagerduty.com/incidents/${name}`;
const issueUrl = (number: number): string => `https://github.com/acme/shop/issues/${number}`;

function page(name: string, hours: number, overrides: Partial<Failure> = {}): Failure {
  return createFailure(name, hours, { externalId: name, url: address(name), ...overrides });
}

function issue(number: number, hours: number, overrides: Partial<Failure> = {}): Failure {
  return createFailure(`issue-${number}`, hours, {
    externalId: `acme/shop#issue/${number}`,
    url: issueUrl(number),
    ...overrides,
  });
}

function postmortem(name: string, hours: number, overrides: Partial<Failure> = {}): Failure {
  return createFailure(`report-${name}`, hours, { externalId: `acme/shop#postmortem/docs/${name}.md`, ...overrides });
}

/** Formats each found duplicate as `duplicate -> primary`, which keeps the expectations short. */
function pairs(...failures: Failure[]): string[] {
  return findDuplicates(failures).map(({ failureId, duplicateOf }) => `${failureId} -> ${duplicateOf}`);
}

const until = (hours: number): Partial<Failure> => ({ resolvedAt: createFailure('', hours).occurredAt });

describe('findDuplicates for incidents', () => {
  it('findDuplicates ignores a long list of issues in a PagerDuty incident, since anyone can send such an alert', () => {
    const listed = Array.from({ length: 20 }, (_, at) => `acme/shop#${at + 1}`).join(' ');
    expect(pairs(page('PA1B2C3', 0, { ...until(2), text: listed }), issue(7, 1), issue(8, 1.5))).toEqual([]);
    const one = page('PA1B2C3', 0, { ...until(2), text: 'Tracked in acme/shop#7' });
    expect(pairs(one, issue(7, 1), issue(8, 1.5))).toEqual(['issue-7 -> PA1B2C3']);
  });

  it('findDuplicates matches an issue to a PagerDuty incident if one of the two links to the other', () => {
    expect(pairs(page('PA1B2C3', 0, until(2)), issue(7, 1, { references: [`${address('PA1B2C3')}?tab=log`] }))).toEqual(
      ['issue-7 -> PA1B2C3'],
    );
    expect(pairs(page('PA1B2C3', 0, { references: [issueUrl(7)] }), issue(7, 1))).toEqual(['issue-7 -> PA1B2C3']);
  });

  it('findDuplicates matches a post-mortem to the PagerDuty incident even if it links only to the issue about the incident', () => {
    const reports = [
      page('PA1B2C3', 0, until(2)),
      issue(7, 1, { references: [address('PA1B2C3')] }),
      postmortem('down', 100, { references: [issueUrl(7)] }),
    ];
    expect(pairs(...reports)).toEqual(['issue-7 -> PA1B2C3', 'report-down -> PA1B2C3']);
    expect(pairs(...reports.slice(1))).toEqual(['report-down -> issue-7']);
  });

  it('findDuplicates treats links to a file on different branches or commits as equal', () => {
    const file = 'https://github.com/acme/shop/blob/main/docs/down.md';
    const report = postmortem('down', 20, { url: file });
    expect(pairs(page('PA1B2C3', 0, { references: [file.replace('main', '0a1b2c3')] }), report)).toHaveLength(1);
    expect(pairs(page('PA1B2C3', 0, { references: [file.replace('down', 'up')] }), report)).toEqual([]);
  });

  it('findDuplicates matches a post-mortem to an incident two weeks earlier, but not two months earlier', () => {
    const references = [address('PA1B2C3')];
    expect(pairs(page('PA1B2C3', 0), postmortem('down', 24 * 14, { references }))).toHaveLength(1);
    expect(pairs(page('PA1B2C3', 0), postmortem('down', 24 * 60, { references }))).toEqual([]);
    expect(pairs(page('PA1B2C3', 24 * 3), postmortem('down', 0, { references }))).toEqual([]);
  });

  it('findDuplicates matches an issue and an incident if the text of one contains the id or number of the other', () => {
    expect(pairs(page('PA1B2C3', 0), issue(7, 1, { text: 'Paged as PA1B2C3 at noon.' }))).toHaveLength(1);
    expect(pairs(page('PA1B2C3', 0, { text: 'Followed in acme/shop#7' }), issue(7, 1))).toHaveLength(1);
    expect(pairs(page('PA1B2C3', 0), issue(7, 1, { text: 'Paged as PA1B2C4 and xPA1B2C3y.' }))).toEqual([]);
  });

  it('findDuplicates does not match an issue to an incident that the text only calls similar', () => {
    const references = [address('PA1B2C3')];
    const old = page('PA1B2C3', 0, until(2));
    expect(pairs(old, issue(7, 24 * 30, { references, text: `Similar to ${references[0]}` }))).toEqual([]);
    expect(pairs(old, issue(7, 24 * 30, { references, text: `We see ${references[0]} in the log.` }))).toEqual([]);
    expect(pairs(old, issue(7, 5, { references, text: `This is similar to ${references[0]}` }))).toEqual([]);
    expect(pairs(old, issue(7, 5, { references, text: `Looks like it is ${references[0]}` }))).toHaveLength(1);
    expect(pairs(old, issue(7, 24 * 30, { text: 'Same symptoms as PA1B2C3' }))).toEqual([]);
  });

  it('findDuplicates matches an issue opened days later to the only PagerDuty incident that its text links to', () => {
    const old = page('PA1B2C3', 0, until(1));
    const text = `PagerDuty: ${address('PA1B2C3')}`;
    const references = [address('PA1B2C3')];
    expect(pairs(old, issue(7, 20, { references, text }))).toHaveLength(1);
    expect(pairs(old, issue(7, 24 * 2, { references, text }))).toHaveLength(1);
    expect(pairs({ ...old, references: [issueUrl(7)] }, issue(7, 24 * 2))).toHaveLength(1);
    expect(pairs(old, issue(7, 24 * 22, { references, text }))).toEqual([]);
    expect(pairs(old, issue(7, 24 * 2, { text: 'Paged as PA1B2C3 at noon.' }))).toEqual([]);
    const several = [...references, address('PD4E5F6')];
    expect(pairs(old, issue(7, 24 * 2, { references: several, text }))).toEqual([]);
    expect(pairs(old, issue(7, 24 * 2, { references, text: `${text} came back: it happens again.` }))).toEqual([]);
    expect(pairs(old, issue(7, 24 * 2, { references, text, title: 'Checkout is down again' }))).toEqual([]);
  });

  it.each(['Post-mortem: checkout down', 'Postmortem of 10 January', '[RCA] Checkout', 'Incident retrospective'])(
    'findDuplicates matches an issue with the title "%s" to a PagerDuty incident that ended days before',
    (title) => {
      const several = [address('PA1B2C3'), address('PD4E5F6')];
      const old = page('PA1B2C3', 0, until(1));
      expect(pairs(old, issue(7, 24 * 5, { title, references: several }))).toHaveLength(1);
      expect(pairs(old, issue(7, 24 * 5, { title, text: 'Paged as PA1B2C3 at noon.' }))).toHaveLength(1);
      expect(pairs(old, issue(7, 24 * 22, { title, references: several }))).toEqual([]);
    },
  );

  it.each([
    ['Similar to ?', false],
    ['It had the same root cause as the previous one (?).', false],
    ['Same symptoms as in [last week](?)', false],
    ["See last week's incident: ?", false],
    ['We had this last month (?)', false],
    ['The previous incident, ?, was never fixed', false],
    ['There was an earlier outage of checkout: ?', false],
    ['A recurrence of **?**', false],
    ['Like ?, but in Europe', false],
    ['Unlike ? it took an hour', false],
    ['cf. ?', false],
    ['See also: ?', false],
    ['Earlier today checkout was down for ten minutes, see ?', true],
    ['Checkout was down earlier, see ?', true],
    ['Repeated checkout timeouts, paged as ?', true],
    ['Customers who previously could check out got errors (PagerDuty ?)', true],
    ['Similar errors in all regions, paged as ?', true],
    ['Customers like Acme could not pay (?)', true],
    ['The deployment of last week broke checkout, see ?', true],
    ['Looks like it is ?', true],
  ])('an issue with the text "%s" is about the linked incident: %s', (text, isSame) => {
    const [url = ''] = [address('PA1B2C3')];
    const report = issue(7, 1, { references: [url], text: text.replace('?', url) });
    expect(pairs(page('PA1B2C3', 0), report)).toHaveLength(isSame ? 1 : 0);
  });

  it('findDuplicates matches an undated post-mortem to the only linked PagerDuty incident, even two months later', () => {
    const references = [address('PA1B2C3')];
    const committed = (hours: number, overrides: Partial<Failure> = {}) =>
      postmortem('down', hours, {
        occurredAt: createFailure('', hours + 17 / 3_600).occurredAt,
        references,
        ...overrides,
      });
    const old = page('PA1B2C3', 0, until(1));
    expect(pairs(old, committed(24 * 60))).toHaveLength(1);
    expect(pairs(old, committed(24 * 60, { references: [...references, address('PD4E5F6')] }))).toEqual([]);
    expect(pairs(old, committed(24 * 60, { text: `Similar to ${references[0]}` }))).toEqual([]);
    expect(pairs(page('PA1B2C3', 24 * 3), committed(0))).toEqual([]);
  });

  it('findDuplicates does not match an issue to an incident that began weeks later, even if the issue was still open', () => {
    expect(pairs(issue(7, 0, until(24 * 60)), page('PA1B2C3', 24 * 30, { references: [issueUrl(7)] }))).toEqual([]);
  });

  it('findDuplicates matches an issue to the linked incident nearest in time, and never matches two PagerDuty incidents to each other', () => {
    const references = [address('PA1B2C3'), address('PD4E5F6')];
    expect(pairs(page('PA1B2C3', 0, until(1)), page('PD4E5F6', 10), issue(7, 11, { references }))).toEqual([
      'issue-7 -> PD4E5F6',
    ]);
    expect(pairs(page('PA1B2C3', 0, { references: [address('PD4E5F6')] }), page('PD4E5F6', 0))).toEqual([]);
    expect(pairs(issue(7, 0, { references: [issueUrl(8)] }), issue(8, 0))).toEqual([]);
  });

  it('findDuplicates matches an issue without a link to an incident with the same time and the same informative title', () => {
    const title = 'Checkout returns errors in Europe';
    expect(pairs(page('PA1B2C3', 0, { title }), issue(7, 1, { title: `[Incident] ${title}!` }))).toHaveLength(1);
    expect(pairs(page('PA1B2C3', 0, { title }), issue(7, 5, { title }))).toEqual([]);
    expect(pairs(page('PA1B2C3', 0, { title }), page('PD4E5F6', 1, { title }), issue(7, 1, { title }))).toEqual([]);
    expect(pairs(page('PA1B2C3', 0, { title: 'Site down' }), issue(7, 0, { title: 'Site down' }))).toEqual([]);
  });
});

describe('findDuplicates for failed deployments', () => {
  const runUrl = 'https://github.com/acme/shop/actions/runs/5';
  const common = { kind: 'failed_deployment', repository: 'acme/shop', sha: shaOf('a') } as const;
  const deployment = (number: number, hours: number, overrides: Partial<Failure> = {}): Failure =>
    createFailure(`deployment-${number}`, hours, {
      ...common,
      externalId: `acme/shop#deployment/${number}`,
      environment: 'production',
      ...overrides,
    });
  const run = (hours: number, overrides: Partial<Failure> = {}): Failure =>
    createFailure('run-5', hours, { ...common, externalId: 'acme/shop#run/5', url: runUrl, ...overrides });
  const rolledBack = (number: number, hours: number, overrides: Partial<Failure> = {}): Failure =>
    deployment(number, hours, {
      id: `back-${number}`,
      externalId: `acme/shop#deployment/${number}/rolled-back`,
      ...until(hours + 2),
      ...overrides,
    });

  it('findDuplicates matches an Actions run to the deployment that links to the run, or else by commit and time', () => {
    expect(pairs(deployment(1, 0, { sha: shaOf('b'), references: [runUrl] }), run(3))).toEqual([
      'run-5 -> deployment-1',
    ]);
    expect(pairs(deployment(1, 0), run(0.2))).toEqual(['run-5 -> deployment-1']);
    expect(pairs(deployment(1, 0), run(3))).toEqual([]);
    expect(pairs(deployment(1, 0), run(0.2, { sha: shaOf('b') }))).toEqual([]);
    expect(pairs(deployment(1, 0), run(0.2, { environment: 'staging' }))).toEqual([]);
    expect(pairs(deployment(1, 0, { sha: null }), run(0.2, { sha: null }))).toEqual([]);
  });

  it('findDuplicates merges the deployments of a rerun into one failure, which ends when the run succeeds', () => {
    const by = { references: [runUrl] };
    const attempts = [deployment(1, 0, by), deployment(2, 1, by), deployment(3, 30, by)];
    expect(pairs(...attempts)).toEqual(['deployment-2 -> deployment-1', 'deployment-3 -> deployment-1']);
    const attemptsAndRun = [...attempts, run(0.1, until(31))];
    expect(pairs(...attemptsAndRun)).toContain('run-5 -> deployment-1');
    expect(mergeDuplicateFailures(attemptsAndRun, []).failures).toMatchObject([{ id: 'deployment-1', ...until(31) }]);

    const elsewhere = deployment(2, 1, { ...by, environment: 'staging' });
    expect(pairs(deployment(1, 0, by), elsewhere)).toEqual([]);
    expect(pairs(deployment(1, 0, by), deployment(2, 1, { ...by, sha: shaOf('b') }))).toEqual([]);
    expect(pairs(deployment(1, 0, by), deployment(2, 1, { references: [`${runUrl}7`] }))).toEqual([]);
  });

  it('findDuplicates matches a rollback to the deployment that its external id names, otherwise to an Actions run at the same time', () => {
    expect(pairs(deployment(1, 0.5), rolledBack(1, 0))).toEqual(['back-1 -> deployment-1']);
    expect(pairs(run(1), rolledBack(1, 0))).toEqual(['back-1 -> run-5']);
    expect(pairs(deployment(1, 0, { references: [runUrl] }), run(0.1), rolledBack(1, 0))).toEqual([
      'back-1 -> deployment-1',
      'run-5 -> deployment-1',
    ]);
  });

  it('findDuplicates does not match a failure to a record that is not a failure', () => {
    expect(pairs(run(1, { isFailure: false }), rolledBack(1, 0))).toEqual([]);
  });

  it('findDuplicates does not match two failed deployments to each other, even if they have the same commit and time', () => {
    expect(pairs(deployment(1, 0), deployment(2, 0))).toEqual([]);
    expect(pairs(rolledBack(1, 0), rolledBack(2, 0))).toEqual([]);
  });

  it('findDuplicates matches copies of one record from two connections', () => {
    const twin = { ...deployment(1, 0), id: 'twin', connectionId: 'other' };
    expect(pairs(deployment(1, 0), twin)).toEqual(['twin -> deployment-1']);
    expect(pairs(deployment(1, 0), { ...twin, connectionId: 'c' })).toEqual([]);
  });
});

describe('findDuplicates properties', () => {
  const hours = fc.integer({ min: 0, max: 60 });
  const names = ['PA1B2C3', 'PD4E5F6', 'PG7H8I9'];
  const urls = fc.uniqueArray(fc.constantFrom(...names.map(address), issueUrl(1), issueUrl(2), issueUrl(3)), {
    maxLength: 3,
  });
  const incidents = fc
    .tuple(
      fc.tuple(...names.map(() => fc.tuple(hours, urls))),
      fc.array(fc.tuple(hours, urls), { maxLength: 3 }),
      fc.array(fc.tuple(hours, urls), { maxLength: 3 }),
    )
    .map(([pages, issues, reports]) => [
      ...pages.map(([at, references], index) => page(names[index] ?? '', at, { references, ...until(at + 3) })),
      ...issues.map(([at, references], index) => issue(index + 1, at, { references })),
      ...reports.map(([at, references], index) => postmortem(`${index}`, at, { references })),
    ]);

  it('findDuplicates does not depend on the input order, and returns neither primaries nor PagerDuty incidents as duplicates', () => {
    fc.assert(
      fc.property(incidents, fc.infiniteStream(fc.nat()), (failures, keys) => {
        const found = findDuplicates(failures);
        const shuffled = failures
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(findDuplicates(shuffled)).toEqual(found);
        const duplicates = new Set(found.map(({ failureId }) => failureId));
        expect(duplicates.size).toBe(found.length);
        for (const { failureId, duplicateOf } of found) {
          expect(duplicates.has(duplicateOf)).toBe(false);
          expect(names).not.toContain(failureId);
        }
      }),
    );
  });

  it('findDuplicates handles 5,000 issues with the same text within two seconds', () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      issue(at, 0, { references: [address('PA1B2C3')], text: 'PA1B2C3 '.repeat(50) }),
    );
    const started = process.cpuUsage();
    expect(findDuplicates([page('PA1B2C3', 0), ...many])).toHaveLength(5_000);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  });
});
