import type { PatternReport } from '@refrain/domain';
import { describe, expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createTestPattern } from '../testing/stored-under-test.ts';

const { store, ask, url, token, errors } = await startApiUnderTest();
const scenario = { mechanism: null, cause: 'The pool is bound.', trigger: null, symptom: null, resolution: null };
/** The pattern `p3` teaches nothing. */
const teachingOf = (id: string) => (id === 'p3' ? {} : { scenario });
await store.patterns.writeClustering({
  episodes: [],
  patterns: ['p1', 'p2', 'p3'].map((id) => ({ pattern: { ...createTestPattern(id), ...teachingOf(id) }, members: [] })),
  lineage: [],
  inputVersion: 'v',
});

function reportOf(patternId: string, change: Partial<PatternReport['pattern']> = {}): PatternReport {
  return {
    pattern: { ...createTestPattern(patternId), ...teachingOf(patternId), ...change },
    members: [],
    links: [],
    coverage: { failures: 2, inPatterns: 2 },
    asOf: '2026-02-02T00:00:00.000Z',
  };
}
const first = await store.reports.ensure('p1', reportOf('p1'));
const second = await store.reports.ensure('p1', reportOf('p1', { cause: 'configuration', episodes: 3 }));
const other = await store.reports.ensure('p2', reportOf('p2'));
await store.reports.ensure('p3', reportOf('p3'));

async function read(path: string, accept: string): Promise<{ type: string | null; text: string }> {
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}`, accept } });
  return { type: response.headers.get('content-type'), text: await response.text() };
}

describe('report routes', () => {
  test('returns the newest report of a pattern and lists all reports', async () => {
    expect((await ask('GET', '/v1/patterns/p1/report')).body).toMatchObject({ id: second.id });
    expect((await ask('GET', '/v1/patterns/p1/reports')).body).toEqual({
      items: [second, first].map(({ id, patternId, createdAt, report: { pattern, asOf } }) => ({
        id,
        patternId,
        createdAt,
        asOf,
        episodes: pattern.episodes,
      })),
      next: null,
      total: 2,
    });
    expect((await ask('GET', `/v1/reports/${first.id}`)).body).toMatchObject({ report: { pattern: { episodes: 2 } } });
  });

  test('returns a report as Markdown and as an HTML page', async () => {
    for (const path of ['/v1/patterns/p1/report', `/v1/reports/${second.id}`]) {
      const markdown = await read(path, 'text/markdown');
      expect(markdown).toMatchObject({
        type: 'text/markdown; charset=utf-8',
        text: expect.stringMatching(/^# Connection/u),
      });
      const page = await read(path, 'text/html,application/xhtml+xml,*/*;q=0.8');
      expect(page).toMatchObject({
        type: 'text/html; charset=utf-8',
        text: expect.stringMatching(/^<!doctype html>/u),
      });
    }
  });

  test('compares two reports of one pattern, and rejects reports of different patterns', async () => {
    expect((await ask('GET', `/v1/reports/${second.id}/changes?since=${first.id}`)).body).toEqual({
      items: [{ what: 'cause', text: 'Cause: configuration (before: capacity).' }],
    });
    expect((await ask('GET', `/v1/reports/${second.id}/changes?since=${other.id}`)).status).toBe(400);
    expect((await ask('GET', `/v1/reports/${second.id}/changes?since=none`)).status).toBe(404);
  });

  test('the 404 for a missing report says that the pattern does not exist', async () => {
    expect(await ask('GET', '/v1/patterns/none/report')).toMatchObject({
      status: 404,
      body: { detail: 'There is no pattern none.' },
    });
    expect((await ask('GET', '/v1/reports/none')).status).toBe(404);
    expect(errors).toEqual([]);
  });
});

describe('failure library routes', () => {
  test('searches the failure library by words, cause, mechanism and service', async () => {
    const { body } = await ask('GET', '/v1/library?query=pool%20bound&service=checkout&limit=1');
    expect(body).toMatchObject({
      total: 2,
      withoutLesson: 1,
      items: [{ pattern: { id: 'p2' }, guardrail: null, episodes: [], recurrence: null }],
    });
    const rest = await ask('GET', `/v1/library?query=pool%20bound&service=checkout&limit=1&after=${body.next}`);
    expect(rest.body).toMatchObject({ next: null, items: [{ pattern: { id: 'p1', episodes: 3 } }] });
    expect((await ask('GET', '/v1/library?cause=data')).body).toMatchObject({ items: [], total: 0 });
    expect((await ask('GET', '/v1/library?mechanism=No%20such')).body).toMatchObject({ items: [], total: 0 });
    expect((await ask('GET', '/v1/library?query=certificate')).body).toMatchObject({ items: [] });
  });

  test('exports the failure library as Markdown files', async () => {
    const { body } = await ask('GET', '/v1/library/files');
    const paths = (body.items as { path: string }[]).map(({ path }) => path);
    expect(paths).toEqual([
      'README.md',
      'scenarios/connection-pool-runs-dry-p1.md',
      'scenarios/connection-pool-runs-dry-p2.md',
    ]);
  });
});
