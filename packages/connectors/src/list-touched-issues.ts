import { FullRepositoryName, type IssuePlace, type Provider, type RawRecord } from '@refrain/domain';
import { z } from 'zod';

const IssueEvent = z.looseObject({
  repository: z.looseObject({ full_name: FullRepositoryName }),
  issue: z.looseObject({ number: z.number().int().positive(), pull_request: z.unknown().optional() }),
});

/** The issue of which a webhook tells; none for every other record, and for what is told of a pull request. */
export function listTouchedIssues(
  provider: Provider,
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
): IssuePlace[] {
  if (provider !== 'github' || !/^github\.event\.issue(?:s|_comment)$/u.test(type)) return [];
  const { data } = IssueEvent.safeParse(payload);
  if (data === undefined || data.issue.pull_request != null) return [];
  return [{ repository: data.repository.full_name, number: data.issue.number }];
}
