import { AppError, type Connection, ConnectionsResponse } from '@refrain/domain';
import { type ApiClient, requestAllPages } from '../api-client.ts';

/**
 * Returns the connections with these ids, or without ids all GitHub and PagerDuty connections.
 * @throws {AppError} `not_found` for an unknown id, or if no account is connected
 */
export async function chooseConnections(api: ApiClient, ids: readonly string[]): Promise<Connection[]> {
  const items = await requestAllPages(api, '/v1/connections', ConnectionsResponse);
  const chosen = items.filter(({ id, provider }) => (ids.length === 0 ? provider !== 'archive' : ids.includes(id)));
  const unknown = ids.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) {
    throw new AppError(
      'not_found',
      `There is no connection ${unknown.join(', ')}. List all connections with npx refrain doctor`,
    );
  }
  if (chosen.length === 0) throw new AppError('not_found', 'No account is connected. Run npx refrain connect first.');
  return chosen;
}
