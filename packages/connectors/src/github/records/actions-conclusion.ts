const failed: readonly string[] = ['failure', 'timed_out', 'startup_failure'];

/**
 * Whether an Actions run or job failed. Skipped, cancelled, neutral and stale ones did not, and one that waits for an
 * action of a person has not ended.
 */
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

/**
 * The jobs by which an earlier attempt of a run failed, given the jobs of all attempts. One that fails in an attempt that
 * ended well is allowed to fail, and does not count.
 */
export function failedBefore<T extends Job>(run: RunEnd, jobs: readonly T[]): T[] {
  const latest = run.run_attempt ?? 1;
  const failures = jobs.filter((job) => isFailedConclusion(job.conclusion));
  const allowed = new Set(
    failures.filter((job) => run.conclusion === 'success' && (job.run_attempt ?? 1) === latest).map(({ name }) => name),
  );
  return failures.filter((job) => (job.run_attempt ?? 1) < latest && !allowed.has(job.name));
}
