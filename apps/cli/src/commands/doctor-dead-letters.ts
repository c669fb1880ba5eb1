import { type BacklogResponse, type DeadLetterKind, DeadLettersResponse } from '@refrain/domain';
import type { ApiClient } from '../api-client.ts';
import { type Finding, find, findWithReason } from './finding.ts';

/** Records that could not be read are told with their connection. */
const told = [
  { kind: 'job', what: 'jobs were given up' },
  { kind: 'delivery', what: 'messages were not taken by who is to be told' },
] as const satisfies readonly { kind: DeadLetterKind; what: string }[];

/** How many were given up, for everyone; why the last one was, for who may see that. */
export function examineDeadLetters(api: ApiClient, { deadLetters }: BacklogResponse): Promise<Finding[]> {
  return Promise.all(
    told.map(async ({ kind, what }) => {
      const count = deadLetters.reduce((sum, letter) => sum + (letter.kind === kind ? letter.count : 0), 0);
      const toFinding = (reason: string) => find('jobs', count === 0, `${count} ${what}`, reason);
      if (count === 0) return toFinding('');
      const readReason = async () => {
        const [first] = (await api.get(`/v1/dead-letters?kind=${kind}&limit=1`, DeadLettersResponse)).items;
        const problem = first?.problem.replace(/(?<![.!?])$/u, '.');
        return `${first?.name}: ${problem} ${first?.advice} All of them: npx refrain dead-letters list`;
      };
      return findWithReason(toFinding, readReason, 'An admin can see why: npx refrain dead-letters list');
    }),
  );
}
