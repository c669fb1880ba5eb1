import { type BacklogResponse, type DeadLetterKind, DeadLettersResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { createFinding, createFindingWithReason, type Finding } from './finding.ts';

/** Kinds of dead letters reported here. Records that could not be parsed are reported with their connection. */
const reported = [
  { kind: 'job', what: 'jobs failed for good' },
  { kind: 'delivery', what: 'messages were not accepted by their subscription' },
] as const satisfies readonly { kind: DeadLetterKind; what: string }[];

/** Reports the number of dead letters to everyone, and the reason of the newest one to callers who may see it. */
export function examineDeadLetters(api: ApiClient, { deadLetters }: BacklogResponse): Promise<Finding[]> {
  return Promise.all(
    reported.map(async ({ kind, what }) => {
      const count = deadLetters.reduce((sum, letter) => sum + (letter.kind === kind ? letter.count : 0), 0);
      const toFinding = (reason: string) => createFinding('jobs', count === 0, `${count} ${what}`, reason);
      if (count === 0) return toFinding('');
      const readReason = async () => {
        const [first] = (await api.get(`/v1/dead-letters?kind=${kind}&limit=1`, DeadLettersResponse)).items;
        const problem = first?.problem.replace(/(?<![.!?])$/u, '.');
        return `${first?.name}: ${problem} ${first?.advice} List all: npx refrain dead-letters list`;
      };
      return createFindingWithReason(
        toFinding,
        readReason,
        'An admin can see the reason: npx refrain dead-letters list',
      );
    }),
  );
}
