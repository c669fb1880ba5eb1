import type { ProviderRegistry } from '@refrain/connectors';
import { AppError, type Connection } from '@refrain/domain';

/**
 * Chooses a connection whose account owns the repository, preferably an active one.
 * @throws {AppError} `invalid_input` if no such account is connected
 */
export function chooseConnection(
  providers: ProviderRegistry,
  connections: readonly Connection[],
  repository: string,
): Connection {
  const owner = repository.split('/')[0]?.toLowerCase();
  const fitting = connections
    .filter(({ provider }) => providers.find(provider)?.issues !== undefined)
    .filter(({ account }) => account.toLowerCase() === owner)
    .sort((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || (a.id < b.id ? -1 : 1));
  const [chosen] = fitting;
  if (chosen !== undefined) return chosen;
  const names = providers.entries.flatMap(({ issues, descriptor }) => (issues === undefined ? [] : [descriptor.name]));
  throw new AppError(
    'invalid_input',
    `No connected ${names.join(' or ')} account owns ${repository}: connect that account, or approve the improvement with another repository`,
  );
}
