import { api, type Schemas } from '../api/refrain.ts';
import type { DigestPeriodKind } from './digest-labels.ts';

export interface DigestRequest {
  readonly scope: Schemas['DigestScope'];
  readonly period: DigestPeriodKind;
  readonly at: string;
}

const pollIntervalMs = 1_000;
/** Number of polls before an older digest is accepted, because a digest with unchanged content is not stored again. */
const minPollsForOlder = 8;
const maxPolls = 40;
/** The Date header of the server's response is rounded down to whole seconds. */
const roundingMs = 2_000;

export async function requestDigest(body: DigestRequest): Promise<string | null> {
  const { data, response } = await api.POST('/v1/digests', { body });
  if (data === undefined) return null;
  const requestedAt = Date.parse(response.headers.get('date') ?? '') - roundingMs;
  for (let polls = 1; polls <= maxPolls; polls += 1) {
    await new Promise((resolve) => setTimeout(resolve, pollIntervalMs));
    const newest = await findNewest(body.scope, data.period);
    if (newest && (Date.parse(newest.createdAt) >= requestedAt || polls >= minPollsForOlder)) return newest.id;
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
