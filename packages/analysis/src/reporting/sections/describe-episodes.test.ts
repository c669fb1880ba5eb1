import type { PatternReport, ReportLink, ReportMember } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeEpisodes } from './describe-episodes.ts';
import { createReportSourceRefs } from './report-source-refs.ts';

const pattern = { firstAt: '2024-01-01T00:00:00Z' } as PatternReport['pattern'];
const member = (id: string, more: Partial<ReportMember> = {}): ReportMember => ({
  failureId: id,
  episodeId: id,
  kind: 'incident',
  title: `Title of ${id}`,
  excerpt: '',
  occurredAt: '2024-01-01T00:00:00Z',
  resolvedAt: null,
  url: null,
  services: [],
  repository: null,
  confidence: 1,
  evidence: [],
  ...more,
});

/** Returns the cells of a column, from the newest episode to the oldest. */
function readColumn(name: string, members: readonly ReportMember[], links: readonly ReportLink[] = []) {
  const report = { pattern, members: [...members], links: [...links], asOf: '2024-02-01T00:00:00Z' };
  const { table } = describeEpisodes(report, () => [], createReportSourceRefs(report.members, report.links));
  const at = table?.columns.indexOf(name) ?? -1;
  return at === -1 ? 'no such column' : table?.rows.map((row) => row[at]);
}

const stating = (quote: string) => ({ quote, confidence: 0.7 });

test('the table of episodes quotes a short cause and a short resolution if nothing more certain is known', () => {
  const members = [
    member('a', {
      statedRootCause: stating('the janitor held a lock'),
      statedResolution: stating('restarted the janitor'),
    }),
    member('b'),
  ];
  expect(readColumn('cause', members)).toEqual(['', '“the janitor held a lock”']);
  expect(readColumn('resolution', members)).toEqual(['', '“restarted the janitor”']);
});

test('the table of episodes shows the reason of a failed deployment without the opening of its title', () => {
  const titled = (title: string) => member(title, { title, kind: 'failed_deployment' });
  const titles = [
    'Deployment of main to staging failed: no image',
    'Deployment of main failed: no image',
    'Deployment of main failed',
  ];
  expect(readColumn('title', titles.map(titled))).toEqual([
    { text: 'Deployment of main failed', ref: 'E3' },
    { text: 'no image', ref: 'E2' },
    { text: 'staging: no image', ref: 'E1' },
  ]);
});

test('the table of episodes keeps the end of a long title of a failed deployment, which names the missing key', () => {
  const reason = 'Error: couldn’t find key CARRIER_TOKEN in ConfigMap shop/label-printer-configuration';
  const title = `Deployment of main to production failed: CreateContainerConfigError: ${reason}`;
  expect(readColumn('title', [member('a', { title, kind: 'failed_deployment' })])).toEqual([
    { text: `production: … ${reason}`, ref: 'E1' },
  ]);
});

test('the table of episodes quotes no lines of logs and no long passages', () => {
  const members = [
    member('a', { statedRootCause: stating('2024-01-01T10:00:00Z ERROR pool empty') }),
    member('b', { statedRootCause: stating('the janitor held a lock on a table that every request needs, all night') }),
  ];
  expect(readColumn('cause', members)).toBe('no such column');
});

test('the table of episodes says that a deployment succeeded when the same commit was deployed again', () => {
  const link = (type: ReportLink['type']): ReportLink => ({
    type,
    failureId: 'a',
    targetId: 'd',
    targetTitle: 'Deployment of main',
    targetUrl: null,
    score: 1,
    evidence: [],
  });
  expect(
    readColumn('resolution', [member('a', { kind: 'failed_deployment' })], [link('caused_by'), link('resolved_by')]),
  ).toEqual(['deployed again']);
});

const linkTo = (type: ReportLink['type'], failureId: string, more: Partial<ReportLink> = {}): ReportLink => ({
  type,
  failureId,
  targetId: `change of ${failureId}`,
  targetTitle: 'Raise the limit',
  targetUrl: null,
  score: 0.95,
  evidence: [],
  ...more,
});

test('the table of episodes marks a change that possibly resolved an episode, unless the text states a resolution', () => {
  const members = [member('a'), member('b', { statedResolution: stating('restarted the janitor') })];
  const links = ['a', 'b'].map((id) => linkTo('resolved_by', id, { score: 0.5 }));
  expect(readColumn('resolution', members, links)).toEqual([
    '“restarted the janitor”',
    { text: 'possibly “Raise the limit”', ref: 'C1' },
  ]);
});

test('the table of episodes omits notes that only name a commit', () => {
  const members = [member('a', { statedResolution: stating('fixed by 39dc6d38') })];
  expect(readColumn('resolution', members)).toBe('no such column');
});

test('the table of episodes names an unconfirmed change for a failed deployment only if no mechanism is known', () => {
  const members = [member('a', { kind: 'failed_deployment' })];
  const links = [linkTo('caused_by', 'a')];
  const report = { members, links, asOf: '2024-02-01T00:00:00Z' };
  const refs = createReportSourceRefs(members, links);
  const columnsOf = (own: PatternReport['pattern']) =>
    describeEpisodes({ ...report, pattern: own }, () => [], refs).table?.columns;
  expect(columnsOf(pattern)).toContain('cause');
  expect(columnsOf({ ...pattern, mechanism: 'Credential or licence expired' })).not.toContain('cause');
});
