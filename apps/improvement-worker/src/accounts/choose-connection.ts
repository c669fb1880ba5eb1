import { AppError, type Connection } from '@refrain/domain';
import { type ConnectionOf, isOf } from './open-account.ts';

/**
 * Chooses the account that owns the repository, preferably an active one.
 * @throws {AppError} `invalid_input` if no such account is connected
 */
export function chooseConnection(connections: readonly Connection[], repository: string): ConnectionOf<'github'> {
  const owner = repository.split('/')[0]?.toLowerCase();
  const fitting = connections
    .filter((connection) => isOf(connection, 'github'))
    .filter(({ account }) => account.toLowerCase() === owner)
    .sort((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || (a.id < b.id ? -1 : 1));
  const [chosen] = fitting;
  if (chosen === undefined) {
    throw new AppError(
      'invalid_input',
      `No connected GitHub account owns ${repository}: connect that account, or approve it with another repository`,
    );
  }
  return chosen;
}
