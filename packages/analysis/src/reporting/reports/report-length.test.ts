import type { PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { guardrailLibrary } from '../../guardrails/library/all.ts';
import { renderDocumentMarkdown } from '../document/render-document-markdown.ts';
import { describeReport } from './describe-report.ts';

const maxLines = 80;
const episodes = Array.from({ length: 8 }, (_, at) => at);
const services = ['Ledger', 'Checkout', 'Parcel Intake', 'Address Book', 'photo-vault', 'Tracking Feed'];

function member(at: number): ReportMember {
  return {
    failureId: `f${at}`,
    episodeId: `f${at}`,
    kind: 'incident',
    title: `Requests to the database time out (${at})`,
    excerpt: 'remaining connection slots are reserved',
    services: [services[at % services.length] ?? ''],
    repository: null,
    occurredAt: `2026-0${at + 1}-05T10:00:00.000Z`,
    resolvedAt: `2026-0${at + 1}-05T12:00:00.000Z`,
    url: `https://acme.pagerduty.com/incidents/P${at}`,
    severity: 'SEV-2',
    confidence: 0.9,
    evidence: [{ signal: 'words', detail: 'shared words: connection', weight: 0.5 }],
    statedMechanism: { mechanism: 'Connections exhausted', quote: 'All connections were in use.' },
    statedRootCause: { quote: `Release ${at} opened a pool of ${at}0 connections per worker.`, confidence: 0.8 },
    statedResolution: { quote: `The workers of group ${at} were scaled down.`, confidence: 0.8 },
    plannedAction: `Add an alert on the pool of group ${at}`,
  };
}

function link(type: 'caused_by' | 'resolved_by', at: number): ReportLink {
  const url = `https://github.com/acme/ledger/pull/${at}`;
  const title = type === 'caused_by' ? `Add ${at} workers` : `Revert "Add ${at} workers"`;
  return { type, failureId: `f${at}`, targetId: title, targetTitle: title, targetUrl: url, score: 0.97, evidence: [] };
}

const rate = { value: 0.5, low: 0.2, high: 1.1, episodes: 4, exposure: 20 };
const measurement = {
  recurrence: 'returned',
  trend: {
    recentFrom: '2026-06-01T00:00:00.000Z',
    weeks: [{ week: '2026-W20', days: 7, episodes: 2, changes: null }],
    perWeek: {
      direction: 'rising',
      overall: rate,
      comparison: { before: rate, recent: rate, ratio: { value: 2, low: 1.2, high: 3 } },
      test: { p: 0.01, q: 0.02 },
    },
    per100Changes: null,
    changePoints: [],
    dispersion: 1,
  },
  forecast: {
    asOf: '2026-09-01T00:00:00.000Z',
    horizons: [{ days: 30, probability: 0.4, expected: 0.5, low: 0, high: 2, gap: null }],
  },
  cost: {
    episodes: 8,
    impact: { median: 2, total: 16, withDuration: 8, episodes: 8 },
    pages: { all: { count: 8, failureIds: ['f1'] }, outOfHours: { count: 2, failureIds: ['f1'] } },
    people: { total: { low: 36, high: 108 }, withDuration: 8, withResponders: 8 },
    settings: { timeZone: 'UTC', workday: { from: 8, until: 19 } },
  },
};
const recommendations = guardrailLibrary
  .toSorted((a, b) => b.steps.length - a.steps.length)
  .slice(0, 3)
  .map((guardrail) => ({ guardrail, confidence: 0.8, why: [{ statement: 'It fits.', failureIds: [], episodes: 0 }] }));
const cells = services.map((service) => ({
  ...{ service, repository: null, episodes: 2, episodeIds: ['f1'], standsOut: false, per100Changes: null },
  hours: { median: 2 },
}));

test('the Markdown of a report of eight episodes, of which everything is known, has at most 80 lines', () => {
  const report = {
    pattern: {
      ...{ id: 'p', name: 'Connections exhausted', confidence: 0.91, mechanism: 'Connections exhausted' },
      ...{ episodes: 8, firstAt: '2026-01-05T10:00:00.000Z', lastAt: '2026-08-05T10:00:00.000Z' },
      ...{ services, repositories: [] },
      scenario: {
        mechanism: 'All 8 episodes state the mechanism “connections exhausted”.',
        symptom: 'The error is PoolTimeout (8 of 8 episodes).',
        ...{ trigger: '5 of 8 episodes followed a deployment.', cause: null, resolution: null },
      },
    },
    members: episodes.map(member),
    links: episodes.flatMap((at) => [link('caused_by', at), link('resolved_by', at)]),
    asOf: '2026-12-01T00:00:00.000Z',
    episodeHours: Object.fromEntries(episodes.map((at) => [`f${at}`, 2])),
    measurement,
    map: { cells, compared: 6, folders: [], episodesWithPaths: 0, from: '2026-01-01', until: '2026-12-01' },
    choice: { recommendations, tried: [], openQuestions: [] },
  } as unknown as PatternReport;
  const lines = renderDocumentMarkdown(describeReport(report, [])).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('| E'))).toHaveLength(8);
  for (const title of ['What fails', 'Root cause', 'Trigger', 'Resolved by', 'Recommended fix', 'Episodes'])
    expect(lines).toContain(`## ${title}`);
  expect(lines.length).toBeLessThanOrEqual(maxLines);
});
