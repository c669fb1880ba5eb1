import { dayInMs } from '@refrain/domain';
import type { World } from '@refrain/emulators';
import type { GeneratedRecordCounts } from './generated-record-counts.ts';
import { makePagerDutyWorld } from './make-incidents.ts';
import { makeRepository } from './make-repository.ts';

const account = 'acme';

export function makeEmulatedWorld(size: GeneratedRecordCounts): World {
  const { repositories, until } = size;
  const share = (count: number, of: number, index: number): number =>
    Math.floor((count * (index + 1)) / of) - Math.floor((count * index) / of);
  const halves = [Math.ceil(repositories / 2), Math.floor(repositories / 2)] as const;
  const idsPerRepository = Math.ceil((size.deployments + size.runs) / Math.max(1, halves[1])) + 1;
  return {
    github: {
      organisation: account,
      repositories: Array.from({ length: repositories }, (_, index) => {
        const half = Math.floor(index / 2);
        const byStatuses = (count: number) => (index % 2 === 0 ? share(count, halves[0], half) : 0);
        const byRuns = (count: number) => (index % 2 === 1 ? share(count, halves[1], half) : 0);
        return makeRepository({
          organisation: account,
          name: `repository-${index}`,
          pulls: share(size.pulls, repositories, index),
          reverts: share(size.reverts, repositories, index),
          deployments: byStatuses(size.deployments),
          failedDeployments: byStatuses(size.failedDeployments),
          runs: byRuns(size.runs),
          failedRuns: byRuns(size.failedRuns),
          from: until - size.days * dayInMs,
          until,
          firstId: 1_000_000 + index * idsPerRepository,
        });
      }),
    },
    pagerduty: makePagerDutyWorld(size, account),
  };
}
