import type { Run } from './schema.ts';

/** Events that a pull request, a merge queue or any commenter triggers. */
const trialEvents: readonly string[] = [
  ...['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'],
  ...['merge_group', 'issues', 'issue_comment', 'discussion', 'discussion_comment', 'fork', 'watch'],
];

/**
 * Events that follow another run, a check or a deployment, which a pull request may have triggered. GitHub runs them
 * with the default branch (https://docs.github.com/actions/reference/events-that-trigger-workflows), and lists no pull
 * request of a fork with them, so neither branch nor commit tells a fork's preview from a deployment of the default
 * branch.
 */
const indirectEvents: readonly string[] = ['workflow_run', 'check_run', 'check_suite', 'status', 'deployment_status'];

type TriedRun = Pick<Run, 'event' | 'head_repository' | 'repository' | 'actor' | 'triggering_actor'>;

/**
 * Tells whether a run is a trial of unmerged code: for a pull request, or with the code of a fork. In a public
 * repository an indirect event counts as a trial too, unless the owner of the repository triggered it, because nothing
 * else in a run shows who may write.
 */
export function triesOut(run: TriedRun, repository: string, isPublic: boolean): boolean {
  const { event, head_repository: head } = run;
  // A run that is read just after its repository was renamed has the new name on both sides.
  const ownNames = [repository, run.repository?.full_name].map((name) => name?.toLowerCase());
  const isForeign = head?.full_name != null && !ownNames.includes(head.full_name.toLowerCase());
  if (isForeign || trialEvents.includes(event ?? '')) return true;
  return isPublic && indirectEvents.includes(event ?? '') && !isByOwner(run, repository);
}

/** Checks both actors, because a re-run by the owner keeps the stranger who triggered it as `actor`. */
function isByOwner({ actor, triggering_actor: trigger }: TriedRun, repository: string): boolean {
  const owner = repository.split('/')[0]?.toLowerCase();
  return [actor, trigger].every((account) => account?.login.toLowerCase() === owner);
}
