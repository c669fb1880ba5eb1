import { matchGlob } from '../../records/match-glob.ts';
import type { Job, Run } from './schema.ts';

const failed: readonly string[] = ['failure', 'timed_out', 'startup_failure'];

/** Tells whether an Actions run or job failed. Skipped, cancelled, neutral and stale ones did not fail. */
export function isFailedRunConclusion(conclusion: string | null | undefined): boolean {
  return typeof conclusion === 'string' && failed.includes(conclusion);
}

/**
 * Returns the jobs that failed in earlier attempts. If the last attempt succeeded, omits the jobs that also failed in
 * the last attempt, because the workflow allows them to fail.
 */
export function listFailedJobsOfEarlierAttempts<T extends Pick<Job, 'name' | 'conclusion' | 'run_attempt'>>(
  run: Pick<Run, 'conclusion' | 'run_attempt'>,
  jobs: readonly T[],
): T[] {
  const latest = run.run_attempt ?? 1;
  const failures = jobs.filter((job) => isFailedRunConclusion(job.conclusion));
  const allowed = new Set(
    failures.filter((job) => run.conclusion === 'success' && (job.run_attempt ?? 1) === latest).map(({ name }) => name),
  );
  return failures.filter((job) => (job.run_attempt ?? 1) < latest && !allowed.has(job.name));
}

/** Tells whether failed runs of a workflow count as failed deployments; false if there are no patterns. */
export function isSelectedWorkflow(patterns: readonly string[], { name, path }: Pick<Run, 'name' | 'path'>): boolean {
  // GitHub may append `@` and a ref to the path.
  const file = path?.split('@', 1)[0] ?? '';
  const names = [name ?? '', file, file.slice(file.lastIndexOf('/') + 1)].filter((known) => known !== '');
  return patterns.some((pattern) => names.some((known) => matchGlob(pattern, known)));
}

/** Events that pull requests, merge queues or comments trigger. */
const trialEvents: readonly string[] = [
  ...['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'],
  ...['merge_group', 'issues', 'issue_comment', 'discussion', 'discussion_comment', 'fork', 'watch'],
];

/**
 * Events that follow another run, a check or a deployment, perhaps of a fork's pull request. GitHub runs them with the
 * default branch and lists no pull request, so branch and commit do not show whether a fork is involved
 * (https://docs.github.com/actions/reference/events-that-trigger-workflows).
 */
const indirectEvents: readonly string[] = ['workflow_run', 'check_run', 'check_suite', 'status', 'deployment_status'];

type TriedRun = Pick<Run, 'event' | 'head_repository' | 'repository' | 'actor' | 'triggering_actor'>;

/**
 * Tells whether a run is for unmerged code, that is, of a pull request or a fork. In a public repository, runs that
 * follow another run, a check or a deployment also count, because GitHub does not show whether a stranger caused them.
 * Such runs by the repository's owner do not count.
 */
export function isRunOfUnmergedCode(run: TriedRun, repository: string, isPublic: boolean): boolean {
  const { event, head_repository: head } = run;
  // Accepts two names, because a run that is read just after a rename already has the repository's new name.
  const ownNames = [repository, run.repository?.full_name].map((name) => name?.toLowerCase());
  const isForeign = head?.full_name != null && !ownNames.includes(head.full_name.toLowerCase());
  if (isForeign || trialEvents.includes(event ?? '')) return true;
  return isPublic && indirectEvents.includes(event ?? '') && !isByOwner(run, repository);
}

/** Checks both actors: if the owner repeats a run that a stranger triggered, `actor` is still the stranger. */
function isByOwner({ actor, triggering_actor: trigger }: TriedRun, repository: string): boolean {
  const owner = repository.split('/')[0]?.toLowerCase();
  return [actor, trigger].every((account) => account?.login.toLowerCase() === owner);
}
