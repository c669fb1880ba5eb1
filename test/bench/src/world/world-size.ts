/** How much of everything an organisation has. */
export interface WorldSize {
  readonly repositories: number;
  readonly services: number;
  /** Merged ones, each with its squashed commit; reverts are among them. */
  readonly pulls: number;
  readonly reverts: number;
  /** Told by deployment statuses, in every other repository. */
  readonly deployments: number;
  readonly failedDeployments: number;
  /** Of an Actions workflow that deploys, in the other repositories. */
  readonly runs: number;
  readonly failedRuns: number;
  readonly incidents: number;
  readonly changeEvents: number;
  /** Over which all of it is spread. */
  readonly days: number;
  /** When the last of it happened, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * An organisation that had so many failures in three years: 70 % incidents, 14 % failed deployments told by statuses, 6 %
 * failed Actions runs, 10 % reverts. Around them is what is ordinary: of 4 deployments and of 4 runs 3 went well, of 8 merged
 * pull requests 7 were not taken back; and a pipeline's change event for every fifth incident.
 */
export function sizeOf(failures: number, until: number): WorldSize {
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
