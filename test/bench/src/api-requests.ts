import type { Store } from '@refrain/store';

/** One kind of API request, its share of the load in percent, and the paths it cycles through. */
export interface RequestKind {
  readonly name: string;
  readonly share: number;
  readonly paths: readonly string[];
}

const different = 200;

/** Lists the API requests that web pages, command lines and scripts send, with ids from the store. */
export async function listApiRequests(store: Store): Promise<RequestKind[]> {
  const [failures, patterns, improvements, digests] = await Promise.all([
    store.failures.list({ limit: different }),
    store.patterns.list({ limit: different, sort: 'lastAt' }),
    store.improvements.list({ limit: different }),
    store.reports.listDigests({ limit: different }),
  ]);
  const services = [...new Set(failures.items.flatMap(({ services: names }) => names))];
  const repositories = [...new Set(failures.items.flatMap(({ repository }) => repository ?? []))];
  const each = (values: readonly string[], path: (value: string) => string) =>
    values.map((value) => path(encodeURIComponent(value)));
  const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
  const instants = each(
    failures.items.map(({ occurredAt }) => occurredAt),
    (at) => `/v1/failures?until=${at}`,
  );
  const pages = [failures.next, ...(await pagesOf(store))].filter((next) => next !== null);
  return [
    { name: 'patterns', share: 18, paths: ['/v1/patterns', '/v1/patterns?sort=lastAt', '/v1/patterns?sort=firstAt'] },
    {
      name: 'patternsFiltered',
      share: 8,
      paths: [
        ...each(services, (name) => `/v1/patterns?service=${name}`),
        ...each(repositories, (name) => `/v1/patterns?repository=${name}&minEpisodes=3`),
        ...each(['capacity', 'configuration', 'code_defect'], (cause) => `/v1/patterns?cause=${cause}`),
      ],
    },
    {
      name: 'patternsByWords',
      share: 3,
      paths: each(['timeout', 'pool full', 'certificate'], (words) => `/v1/patterns?query=${words}`),
    },
    { name: 'pattern', share: 12, paths: each(ids(patterns.items), (id) => `/v1/patterns/${id}`) },
    { name: 'report', share: 10, paths: each(ids(patterns.items), (id) => `/v1/patterns/${id}/report`) },
    {
      name: 'failures',
      share: 10,
      paths: ['/v1/failures', '/v1/failures?kind=incident', '/v1/failures?unassigned=true'],
    },
    { name: 'failuresAfter', share: 5, paths: each(pages, (next) => `/v1/failures?after=${next}`) },
    {
      name: 'failuresFiltered',
      share: 10,
      paths: [
        ...each(services, (name) => `/v1/failures?service=${name}`),
        ...each(repositories, (name) => `/v1/failures?repository=${name}`),
        ...each(ids(patterns.items), (id) => `/v1/failures?patternId=${id}`),
        ...each(ids(patterns.items), (id) => `/v1/failures?patternId=${id}&isProvisional=true`),
        ...instants,
      ],
    },
    { name: 'failure', share: 10, paths: each(ids(failures.items), (id) => `/v1/failures/${id}`) },
    {
      name: 'improvements',
      share: 5,
      paths: [
        '/v1/improvements',
        '/v1/improvements?state=proposed',
        ...each(ids(improvements.items), (id) => `/v1/improvements/${id}`),
      ],
    },
    {
      name: 'reports',
      share: 3,
      paths: each(ids(patterns.items), (id) => `/v1/patterns/${id}/reports`),
    },
    {
      name: 'digests',
      share: 2,
      paths: ['/v1/digests', '/v1/digests?period=month', ...each(ids(digests.items), (id) => `/v1/digests/${id}`)],
    },
    {
      name: 'library',
      share: 1,
      paths: ['/v1/library', '/v1/library?cause=capacity', ...each(services, (name) => `/v1/library?service=${name}`)],
    },
    { name: 'measurement', share: 0.5, paths: ['/v1/measurement'] },
    { name: 'map', share: 0.5, paths: ['/v1/map', '/v1/map?environment=production'] },
    { name: 'status', share: 2, paths: ['/v1/status', '/v1/session'] },
  ];
}

async function pagesOf(store: Store): Promise<(string | null)[]> {
  const nexts: (string | null)[] = [];
  let after: string | null = null;
  for (let page = 0; page < 20; page += 1) {
    const read: Awaited<ReturnType<Store['failures']['list']>> = await store.failures.list({
      limit: 50,
      ...(after === null ? {} : { after }),
    });
    nexts.push(read.next);
    after = read.next;
  }
  return nexts;
}

/** Returns a function that yields the path of the next request. Request kinds are interleaved evenly by their shares. */
export function createRequestPathSequence(kinds: readonly RequestKind[]): () => string {
  const turns = kinds.map(() => ({ pending: 0, next: 0 }));
  const all = kinds.reduce((sum, { share }) => sum + share, 0);
  return () => {
    let chosen = 0;
    for (const [at, turn] of turns.entries()) {
      turn.pending += (kinds[at]?.share ?? 0) / all;
      if (turn.pending > (turns[chosen]?.pending ?? 0)) chosen = at;
    }
    const turn = turns[chosen];
    const paths = kinds[chosen]?.paths ?? [];
    if (turn === undefined) throw new Error('createRequestPathSequence needs at least one kind of request');
    turn.pending -= 1;
    turn.next += 1;
    return paths[turn.next % paths.length] ?? '';
  };
}
