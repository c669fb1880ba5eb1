import type { WorldPull } from '../world.ts';
import type { EmulatorUrls } from './emulator-urls.ts';
import { formatIssue } from './format-issue.ts';
import { formatRepository } from './format-repository.ts';
import { formatUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';

export interface CrossReference {
  readonly repository: RepositoryState;
  readonly pull: WorldPull;
}

/**
 * Lists pull requests that refer to an issue in their title or text. In the issue's repository the reference is `#number`, elsewhere
 * `owner/repository#number`.
 */
export function listCrossReferences(
  repositories: Iterable<RepositoryState>,
  target: RepositoryState,
  number: number,
): CrossReference[] {
  const full = `${target.owner}/${target.name}`;
  return [...repositories].flatMap((repository) => {
    const short = repository === target ? String.raw`(?<![\w/-])#${number}` : '(?!)';
    const named = new RegExp(`${short}\\b|${literal(full)}(?:#|/issues/)${number}\\b`, 'u');
    return [...repository.pulls.values()]
      .filter(({ title, body }) => named.test(`${title}\n${body}`))
      .map((pull) => ({ repository, pull }));
  });
}

export function formatCrossReference(addresses: EmulatorUrls, { repository, pull }: CrossReference) {
  return {
    event: 'cross-referenced',
    actor: formatUser(addresses, pull.author),
    created_at: pull.createdAt,
    updated_at: pull.createdAt,
    source: {
      type: 'issue',
      issue: {
        ...formatIssue(addresses, repository, pull),
        repository: formatRepository(addresses, repository),
      },
    },
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
