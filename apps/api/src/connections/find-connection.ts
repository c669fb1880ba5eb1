import { AppError, type Connection } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { requireFound } from '../http/responses/problem.ts';

/** @throws {AppError} `not_found` */
export async function findConnection({ store }: ApiDeps, id: string): Promise<Connection> {
  return requireFound(await store.connections.find(id), `There is no connection ${id.slice(0, 200)}.`);
}

/** @throws {AppError} `conflict` for an archive, which has no account */
export async function readConnectionCredential({ store }: ApiDeps, { id }: Connection): Promise<string> {
  const credential = await store.connections.readCredential(id);
  if (credential !== null) return credential;
  throw new AppError(
    'conflict',
    'An archive has no provider to read from. Import its files with `npx refrain import`.',
  );
}
