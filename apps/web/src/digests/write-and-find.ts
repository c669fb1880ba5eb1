import { api, type Schemas } from '../api/refrain.ts';
import type { DigestPeriodKind } from './digest-labels.ts';

export interface WantedDigest {
  readonly scope: Schemas['DigestScope'];
  readonly period: DigestPeriodKind;
  readonly at: string;
}

const tryEveryMs = 1_000;
/** One that says nothing else than the last one is that one again: a new one is not waited for longer. */
const triesForNew = 8;
const maxTries = 40;
/** The server tells its time in whole seconds. */
const roundingMs = 2_000;

/** Has a digest written and waits for it. Null where it takes longer than one waits. @throws {ApiProblem} */
export async function writeAndFind(body: WantedDigest): Promise<string | null> {
  const { data, response } = await api.POST('/v1/digests', { body });
  if (data === undefined) return null;
  const requestedAt = Date.parse(response.headers.get('date') ?? '') - roundingMs;
  for (let tried = 1; tried <= maxTries; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, tryEveryMs));
    const newest = await findNewest(body.scope, data.period);
    if (newest && (Date.parse(newest.createdAt) >= requestedAt || tried >= triesForNew)) return newest.id;
  }
  return null;
}

async function findNewest(scope: Schemas['DigestScope'], { kind, from }: Schemas['DigestPeriod']) {
  const name = scope.kind === 'organisation' ? {} : { name: scope.name };
  const { data } = await api.GET('/v1/digests', {
    params: { query: { scope: scope.kind, period: kind, ...name, limit: 200 } },
  });
  return data?.items.find(({ period }) => period.from === from);
}
