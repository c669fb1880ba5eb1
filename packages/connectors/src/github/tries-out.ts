import type { Run } from './schema.ts';

/** Events that a pull request, a merge queue or anybody who comments sets off. */
const trialEvents: readonly string[] = [
  ...['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'],
  ...['merge_group', 'issues', 'issue_comment', 'discussion', 'discussion_comment', 'fork', 'watch'],
];

/** Whether a run tries out what nobody has shipped: for a pull request, or with the code of a fork. */
export function triesOut(
  { event, head_repository: head }: Pick<Run, 'event' | 'head_repository'>,
  repository: string,
): boolean {
  const isForeign = head?.full_name != null && head.full_name.toLowerCase() !== repository.toLowerCase();
  return isForeign || trialEvents.includes(event ?? '');
}
