import type { World } from '@refrain/emulators';

export interface ExpectedRecords {
  readonly failures: string[];
  readonly changes: string[];
}

/** Lists the records that Refrain should store for a generated organisation, without using any code of Refrain. */
export function listExpectedRecords({ github, pagerduty }: World): ExpectedRecords {
  const failures: string[] = [];
  const changes: string[] = [];
  for (const { name, pulls, commits, deployments, runs = [] } of github.repositories) {
    const repository = `${github.organisation}/${name}`;
    for (const pull of pulls)
      if (pull.mergedAt !== null) changes.push(`merged_pull_request/${repository}#${pull.number}`);
    for (const { sha, message } of commits) {
      changes.push(`commit/${repository}@${sha}`);
      if (message.startsWith('Revert "')) failures.push(`reverted_change/${repository}@${sha}`);
    }
    for (const { id, statuses } of deployments) {
      changes.push(`deployment/${repository}#deployment/${id}`);
      if (statuses.some(({ state }) => state === 'failure')) {
        failures.push(`failed_deployment/${repository}#deployment/${id}`);
      }
    }
    for (const { id, attempts } of runs) {
      if (attempts.some(({ conclusion }) => conclusion === 'failure')) {
        failures.push(`failed_deployment/${repository}#run/${id}`);
      }
    }
  }
  for (const { id } of pagerduty.incidents) failures.push(`incident/${id}`);
  for (const { id } of pagerduty.changeEvents ?? []) changes.push(`deployment/change_event/${id}`);
  return { failures, changes };
}
