import { afterEach, describe, expect, it } from 'vitest';
import type { StreamPageRequest } from '../../contract/failure-source.ts';
import type { ReceivedRequest, Reply, TestServer } from '../../testing.ts';
import { now, startPagerDutyTestSource } from '../testing.ts';

const signal = new AbortController().signal;
const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Account {
  /** Incidents that every list request returns. */
  readonly listed?: readonly object[];
  /** Incidents that can be read only by id. */
  readonly others?: Readonly<Record<string, object>>;
  readonly log?: (url: URL) => Reply;
  /** Logs by incident id. */
  readonly logsOf?: Readonly<Record<string, readonly object[]>>;
}

/** Returns the ids of all incidents in a stream, in order, and the requests. */
async function drain(
  { listed: all = [], others = {}, log, logsOf = {} }: Account,
  request: Partial<StreamPageRequest>,
) {
  const answer = ({ url }: Pick<ReceivedRequest, 'url'>): Reply => {
    const { pathname, searchParams } = url;
    const [asked] = searchParams.getAll('statuses[]');
    const listed = all.filter((one) => asked === undefined || ('status' in one && one.status === asked));
    if (pathname === '/incidents') {
      const total = searchParams.get('total') === 'true' ? listed.length : null;
      return {
        body: { incidents: searchParams.get('limit') === '1' ? listed.slice(0, 1) : listed, total, more: false },
      };
    }
    if (pathname === '/log_entries') return log?.(url) ?? { body: { log_entries: [], more: false, total: 0 } };
    const own = logsOf[/^\/incidents\/(\w+)\/log_entries$/u.exec(pathname)?.[1] ?? ''];
    if (own !== undefined) return { body: { log_entries: own, more: false, total: own.length } };
    const id = /^\/incidents\/(\w+)$/u.exec(pathname)?.[1];
    const incident = id === undefined ? undefined : others[id];
    return incident === undefined ? { status: 404, body: {} } : { body: { incident } };
  };
  const { server, source } = await startPagerDutyTestSource(answer);
  servers.push(server);
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const asked: StreamPageRequest = { stream: 'incidents', since: ago(1), ...request, cursor };
    const page = await source.pull(asked, signal);
    ids.push(...page.records.map(({ payload }) => (payload as { incident: { id: string } }).incident.id));
    cursor = page.next;
  } while (cursor !== null);
  return { ids, asked: server.requests.map(({ url }) => url) };
}

const ago = (days: number) => new Date(now() - days * 24 * 3_600_000).toISOString();
const incident = (id: string, more: object = {}) => ({ id, title: id, created_at: ago(0.5), ...more });
const mergedInto = (id: string) => ({
  status: 'resolved',
  resolve_reason: { type: 'merge_resolve_reason', incident: { id } },
});
const sync = { findKnown: async () => new Set<string>() };

describe('a sync', () => {
  it('a sync reads a changed incident once, however often the log names it', async () => {
    const log = () => ({
      body: { log_entries: [{ type: 'resolve_log_entry', created_at: ago(0.1), incident: { id: 'OLD' } }], total: 1 },
    });
    const account = { listed: [incident('NEW')], others: { OLD: incident('OLD'), TOLD: incident('TOLD') }, log };
    const { ids } = await drain(account, { ...sync, staleIds: ['TOLD', 'OLD', 'NEW', 'GONE', '../users'] });
    expect(ids).toEqual(['NEW', 'OLD', 'TOLD']);
  });

  it('a sync reads the target of several merges once', async () => {
    const listed = [
      incident('A', mergedInto('TARGET')),
      incident('B', mergedInto('TARGET')),
      incident('C', mergedInto('D')),
    ];
    const others = { TARGET: incident('TARGET', mergedInto('LAST')), LAST: incident('LAST', mergedInto('TARGET')) };
    const { ids } = await drain({ listed: [...listed, incident('D')], others }, sync);
    expect(ids).toEqual(['A', 'B', 'C', 'D', 'TARGET', 'LAST']);
  });

  it('a sync continues even if one second has more log entries than can be read', async () => {
    const second = Date.parse(ago(0.25));
    const log = (url: URL): Reply => {
      const [since, until] = ['since', 'until'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
      const holds = (since ?? 0) <= second && second < (until ?? 0);
      if (!holds) return { body: { log_entries: [], more: false, total: 0 } };
      const isOverview = url.searchParams.get('is_overview') === 'true';
      const log_entries = [{ type: 'resolve_log_entry', created_at: ago(0.25), incident: { id: 'OLD' } }];
      return { body: { log_entries, more: isOverview, total: isOverview ? 10_200 : 30_600 } };
    };
    const { ids, asked } = await drain({ listed: [incident('NEW')], others: { OLD: incident('OLD') }, log }, sync);
    expect(ids).toEqual(['NEW', 'OLD']);
    const important = asked.filter(({ searchParams }) => searchParams.get('is_overview') === 'true');
    const crowded = important.filter(({ searchParams }) => Date.parse(searchParams.get('since') ?? '') === second);
    expect(crowded.map(({ searchParams }) => Number(searchParams.get('offset'))).at(-1)).toBe(9_900);
  });
});

describe('a backfill', () => {
  const log = (url: URL): Reply => {
    const entry = { type: 'annotate_log_entry', created_at: ago(2), incident: { id: 'OLD' } };
    const isWithin = (url.searchParams.get('since') ?? '') <= ago(2) && ago(2) < (url.searchParams.get('until') ?? '');
    return { body: { log_entries: isWithin ? [entry] : [], more: false, total: 1 } };
  };
  const others = { OLD: incident('OLD'), ELSEWHERE: incident('ELSEWHERE') };

  it('a backfill of a limited period finds changes of older incidents in the last week', async () => {
    const { ids, asked } = await drain({ listed: [incident('NEW')], others, log }, { since: ago(30) });
    expect(ids).toEqual(['NEW', 'OLD']);
    const logs = asked.filter(({ pathname }) => pathname === '/log_entries');
    expect(logs.map(({ searchParams }) => searchParams.get('since'))).toEqual([ago(7).replace('.000Z', 'Z')]);
  });

  it('a backfill requests the log of each incident if resolved incidents have a custom field for mitigation', async () => {
    const done = ['A', 'B', 'C', 'D', 'E'].map((id) => incident(id, { status: 'resolved', updated_at: ago(0.4) }));
    const listed = [incident('OPEN', { status: 'triggered' }), ...done];
    const none = Object.fromEntries(listed.map(({ id }) => [id, []]));
    const told = {
      type: 'custom_field_value_change_log_entry',
      created_at: ago(0.4),
      changeset: ['Updated mitigated_at to 2026-03-01T10:50:00Z'],
    };
    const readsAccountLog = async (logsOf: Account['logsOf']) => {
      const { asked } = await drain({ listed, logsOf: { ...none, ...logsOf } }, { since: null });
      return asked.some(({ pathname }) => pathname === '/log_entries');
    };
    expect(await readsAccountLog({})).toBe(true);
    expect(await readsAccountLog({ E: [told] })).toBe(false);
  });

  it('a backfill of one service reads targets of merges in any service', async () => {
    const listed = [incident('A', mergedInto('ELSEWHERE'))];
    expect((await drain({ listed, others }, { stream: 'incidents:S1', since: null })).ids).toEqual(['A', 'ELSEWHERE']);
    expect((await drain({ listed, others }, { since: null })).ids).toEqual(['A']);
  });
});
