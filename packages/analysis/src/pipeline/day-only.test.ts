import type { Change, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { renderDocumentMarkdown } from '../reporting/document/render-document-markdown.ts';
import { buildPatternReport } from '../reporting/reports/build-pattern-report.ts';
import { getReportDocument } from '../reporting/reports/describe-report.ts';
import { runPipeline } from './run-pipeline.ts';

const days = ['2025-01-06', '2025-02-10', '2025-03-10', '2025-04-14', '2025-05-12', '2025-06-16'];
const text = 'HikariPool exhausted: connection is not available, request timed out after 30000ms. Too many clients.';

/** Two incidents of one service on each day. Only the date is known, as in an import of dates. */
const incidents = days.flatMap((day, at) =>
  ['a', 'b'].map((name): Failure => {
    const service = 'checkout';
    return {
      id: `${name}${at}`,
      externalId: `${name}${at}`,
      connectionId: 'c',
      kind: 'incident',
      episodeId: null,
      duplicateOf: null,
      title: `${service}: connection pool exhausted`,
      text,
      services: [service],
      repository: `acme/${service}`,
      environment: null,
      paths: [],
      sha: null,
      occurredAt: `${day}T00:00:00.000Z`,
      resolvedAt: `${day}T00:00:00.000Z`,
      precision: 'day',
      timing: null,
      severity: null,
      urgency: null,
      responders: null,
      references: [],
      url: null,
      version: `${day}T00:00:00.000Z`,
      isFailure: true,
      confidence: 1,
    };
  }),
);
const deployments = days.map((day, at): Change => {
  const occurredAt = `${day}T00:05:00.000Z`;
  return {
    id: `d${at}`,
    externalId: `acme/checkout#deployment/${at}`,
    connectionId: 'c',
    kind: 'deployment',
    repository: 'acme/checkout',
    environment: 'production',
    title: `Deploy ${at}`,
    text: '',
    sha: `${at}`.repeat(40),
    parents: [],
    number: null,
    branch: null,
    base: null,
    paths: ['src/pool.ts'],
    occurredAt,
    succeeded: true,
    url: null,
    version: occurredAt,
  };
});
/** The same incidents, but the text of the first one names the commit of that day's deployment. */
const naming = incidents.map((one, at) => (at === 0 ? { ...one, text: `${text} Caused by ${'0'.repeat(40)}.` } : one));
const run = (failures: readonly Failure[]) =>
  runPipeline({ failures, changes: deployments, corrections: [], previous: [], until: '2025-09-01T00:00:00.000Z' });

test('runPipeline does not join or link incidents by time if only their day is known, and measures no duration', () => {
  const { links, episodes, observed } = run(incidents);
  expect(links).toEqual([]);
  expect(episodes.every(({ failureIds }) => failureIds.length === 1)).toBe(true);
  expect(observed.episodes.map(({ hours, endedAt, precision }) => [hours, endedAt, precision])).toEqual(
    incidents.map(() => [null, null, 'day']),
  );
  const precise = run(incidents.map((one) => ({ ...one, precision: 'instant' })));
  expect(precise.episodes.map(({ failureIds }) => failureIds.length)).toEqual(days.map(() => 2));
});

test('buildPatternReport states no time of day and no duration for incidents without a time of day', () => {
  const { patterns, links, changeAssessments: answers } = run(naming);
  expect(patterns.length).toBeGreaterThan(0);
  const byId = new Map(naming.map((one) => [one.id, one]));
  for (const { pattern, members } of patterns) {
    const report = buildPatternReport({
      pattern,
      links,
      assessments: answers,
      targets: deployments,
      coverage: { failures: 12, inPatterns: 12 },
      members: members.flatMap((membership) => {
        const failure = byId.get(membership.failureId);
        return failure === undefined ? [] : [{ failure, membership }];
      }),
      asOf: '2025-09-01T00:00:00.000Z',
    });
    const document = renderDocumentMarkdown(getReportDocument(report));
    expect(document).not.toMatch(
      /\b\d\d:\d\d\b|\b\d+(?:\.\d+)? ?(?:h|hours?|min|minutes?)\b|hours? of the day|midnight/u,
    );
  }
});

test('runPipeline leaves undecided whether a change caused an incident if only its day is known, and does not count it as open', () => {
  const silent = incidents.map((one) => ({
    ...one,
    title: 'Checkout shows a blank page',
    text: 'It was seen by customers.',
  }));
  const { changeAssessments: answers, measured } = run(silent);
  expect(new Set(answers.map(({ verdict }) => verdict))).toEqual(new Set(['undecided']));
  expect(measured.organisation.durations).toMatchObject({ completed: 0, open: 0 });
});

test('runPipeline links an incident without a time of day to a change of that day if the text names the change', () => {
  const [link] = run(naming).links;
  expect(link).toMatchObject({ type: 'caused_by', failureId: 'a0', targetId: 'd0' });
  expect(link?.evidence.map(({ signal }) => signal)).not.toContain('time');
});
