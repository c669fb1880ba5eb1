import { type Improvement, ImprovementsResponse, PatternsResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiClient } from '../run/api-client.ts';
import { poll } from './poll.ts';

const wantedIssues = 3;

/** Approves proposals until three are approved, starting with the patterns with the most episodes, and waits for their issues. */
export async function approveImprovements(
  api: ApiClient,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly Improvement[]> {
  const patterns = (await api.get('/v1/patterns?sort=episodes&limit=100', PatternsResponse)).items;
  const { items } = await api.get('/v1/improvements?limit=100', ImprovementsResponse);
  const approved = items.filter(({ state }) => state !== 'proposed' && state !== 'declined');
  const best = chooseProposalsToApprove(
    items.filter(({ state }) => state === 'proposed'),
    patterns.map(({ id }) => id),
    Math.max(wantedIssues - approved.length, 0),
  );
  if (best.length > 0) print(`Approving ${best.length} improvements …`);
  for (const { id } of best) await api.post(`/v1/improvements/${id}/approve`, {}, z.unknown());
  const wanted = new Set([...approved, ...best].map(({ id }) => id));
  const areOpen = async () => {
    const now = (await api.get('/v1/improvements?limit=100', ImprovementsResponse)).items.filter(({ id }) =>
      wanted.has(id),
    );
    return now.every(({ issueUrl }) => issueUrl !== null) ? now : null;
  };
  const opened = await poll(areOpen, { everyMs: 300, atMostMs: 60_000, signal });
  if (opened === null) print('Some issues are not open yet; the improvement worker is retrying (see its log).');
  return opened ?? [];
}

type Proposal = Pick<Improvement, 'id' | 'patternId' | 'repository'>;

/** Chooses up to `count` proposals that have a repository, sorted by the position of their pattern in `patternOrder`. */
export function chooseProposalsToApprove<Proposed extends Proposal>(
  proposals: readonly Proposed[],
  patternOrder: readonly string[],
  count: number,
): readonly Proposed[] {
  const rank = new Map(patternOrder.map((id, index) => [id, index]));
  const orderOf = ({ patternId }: Proposal) => rank.get(patternId) ?? patternOrder.length;
  return proposals
    .filter(({ repository }) => repository !== null)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
