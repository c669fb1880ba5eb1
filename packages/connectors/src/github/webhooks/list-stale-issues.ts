import { FullRepositoryName, type IssueLocation } from '@refrain/domain';
import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const IssueEvent = z.looseObject({
  repository: z.looseObject({ full_name: FullRepositoryName }),
  issue: z.looseObject({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
});

/** Lists the issue that an event changed; none for every other record, and for a pull request, which GitHub reports as an issue too. */
export function listStaleIssues({ type, payload }: StoredRecord): IssueLocation[] {
  if (!/^github\.event\.issue(?:s|_comment)$/u.test(type)) return [];
  const { data } = IssueEvent.safeParse(payload);
  if (data === undefined || data.issue.pull_request != null) return [];
  return [{ repository: data.repository.full_name, number: data.issue.number }];
}
