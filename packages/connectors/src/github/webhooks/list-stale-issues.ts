import { FullRepositoryName, type IssueLocation } from '@refrain/domain';
import { z } from 'zod';
import type { StoredRecord } from '../../contract/provider-entry.ts';

const IssueEvent = z.looseObject({
  repository: z.looseObject({ full_name: FullRepositoryName }),
  issue: z.looseObject({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
});

/** Returns the issue that an event changed; empty for other records and for events about pull requests. */
export function listStaleIssues({ type, payload }: StoredRecord): IssueLocation[] {
  if (!/^github\.event\.issue(?:s|_comment)$/u.test(type)) return [];
  const { data } = IssueEvent.safeParse(payload);
  if (data === undefined || data.issue.pull_request != null) return [];
  return [{ repository: data.repository.full_name, number: data.issue.number }];
}
