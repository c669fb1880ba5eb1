const failed: readonly string[] = ['failure', 'timed_out', 'startup_failure'];

/** Tells whether an Actions run or job failed. Skipped, cancelled, neutral and stale ones did not fail. */
export function isFailedConclusion(conclusion: string | null | undefined): boolean {
  return typeof conclusion === 'string' && failed.includes(conclusion);
}

interface RunEnd {
  readonly conclusion?: string | null | undefined;
  readonly run_attempt?: number | null | undefined;
}

interface Job extends RunEnd {
  readonly name: string;
}

/** Returns the jobs that failed in earlier attempts, except those that also failed in a successful last attempt. */
export function listFailedJobsOfEarlierAttempts<T extends Job>(run: RunEnd, jobs: readonly T[]): T[] {
  const latest = run.run_attempt ?? 1;
  const failures = jobs.filter((job) => isFailedConclusion(job.conclusion));
  const allowed = new Set(
    failures.filter((job) => run.conclusion === 'success' && (job.run_attempt ?? 1) === latest).map(({ name }) => name),
  );
  return failures.filter((job) => (job.run_attempt ?? 1) < latest && !allowed.has(job.name));
}
