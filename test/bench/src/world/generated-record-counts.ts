export interface GeneratedRecordCounts {
  readonly repositories: number;
  readonly services: number;
  readonly pulls: number;
  readonly reverts: number;
  /** Number of deployments with deployment statuses, in every second repository. */
  readonly deployments: number;
  readonly failedDeployments: number;
  /** Number of runs of an Actions workflow that deploys, in the remaining repositories. */
  readonly runs: number;
  readonly failedRuns: number;
  readonly incidents: number;
  readonly changeEvents: number;
  readonly days: number;
  readonly until: number;
}

/**
 * Returns the numbers of records of an organisation with this many failures in three years. Of the failures, 70 % are incidents, 14 %
 * failed deployments, 6 % failed Actions runs and 10 % reverts.
 */
export function computeRecordCounts(failures: number, until: number): GeneratedRecordCounts {
  const share = (part: number): number => Math.round(failures * part);
  const [failedDeployments, failedRuns, reverts] = [share(0.14), share(0.06), share(0.1)];
  return {
    repositories: Math.max(4, Math.round(failures / 500)),
    services: Math.max(2, Math.round(failures / 1_000)),
    reverts,
    pulls: reverts * 8,
    failedDeployments,
    deployments: failedDeployments * 4,
    failedRuns,
    runs: failedRuns * 4,
    incidents: failures - failedDeployments - failedRuns - reverts,
    changeEvents: share(0.14),
    days: 3 * 365,
    until,
  };
}
