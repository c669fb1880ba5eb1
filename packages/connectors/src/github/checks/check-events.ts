import { FullRepositoryName, type IssueLocation } from '@refrain/domain';
import { z } from 'zod';
import type { PullRequestCheckSupport, StoredRecord } from '../../contract/provider-entry.ts';

export const unhelpfulCheckActionId = 'unhelpful';

const OwnCheck = z.looseObject({ id: z.number().int().positive(), external_id: z.string().min(1) });
const RequestedAction = z.looseObject({
  action: z.literal('requested_action'),
  requested_action: z.looseObject({ identifier: z.literal(unhelpfulCheckActionId) }),
  check_run: OwnCheck,
});
const CheckAgain = z.looseObject({ action: z.literal('rerequested'), check_run: OwnCheck });
const SuiteAgain = z.looseObject({
  action: z.literal('rerequested'),
  check_suite: z.looseObject({ head_sha: z.string().min(1) }),
});
const PullEvent = z.looseObject({
  action: z.enum(['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review']),
  pull_request: z.looseObject({ number: z.int32().positive(), state: z.literal('open') }),
  repository: z.looseObject({ full_name: FullRepositoryName }),
});

export function findUnhelpfulCheck({
  type,
  payload,
}: StoredRecord): ReturnType<PullRequestCheckSupport['findUnhelpfulCheck']> {
  if (type !== 'github.event.check_run') return null;
  const { data } = RequestedAction.safeParse(payload);
  return data === undefined ? null : { id: data.check_run.external_id, checkRunId: data.check_run.id };
}

/** GitHub shows the check as pending until the App completes it (https://docs.github.com/rest/checks/runs). */
export function findCheckRerunRequest({
  type,
  payload,
}: StoredRecord): ReturnType<PullRequestCheckSupport['findRerequest']> {
  const check = type === 'github.event.check_run' ? CheckAgain.safeParse(payload).data : undefined;
  if (check !== undefined) return { id: check.check_run.external_id };
  const suite = type === 'github.event.check_suite' ? SuiteAgain.safeParse(payload).data : undefined;
  return suite === undefined ? null : { headSha: suite.check_suite.head_sha };
}

export function findChangedPullRequest({ type, payload }: StoredRecord): IssueLocation | null {
  if (type !== 'github.event.pull_request') return null;
  const { data } = PullEvent.safeParse(payload);
  return data === undefined ? null : { repository: data.repository.full_name, number: data.pull_request.number };
}
