import { inScope } from '@refrain/connectors';
import { AppError, type CheckedAnswer, defaultScope, parseInput } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { type AccountToConnect, checkAccount, patienceMs } from './connect-account.ts';
import { findConnection, readCredential } from './find-connection.ts';
import { NewConnection, readAccount } from './new-connection.ts';

/** How an account looks from here: before it is connected, and whenever it is asked. */
export function createHealthRoutes(deps: ApiDeps): Router {
  const { store, createSource } = deps;
  const router = Router();

  /** What connecting would find, without keeping anything. */
  router.post('/check', async (request, response) => {
    const account = readAccount(parseInput(NewConnection, request.body, 'the connection'));
    if (account === null) throw new AppError('conflict', 'An archive has no account that could be checked.');
    response.json(await describeAccount(deps, account));
  });

  /** Asks the provider now: permissions, what is to be seen, requests left. */
  router.get('/:id/health', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    const source = createSource(connection, await readCredential(deps, connection));
    response.json(await source.verify(AbortSignal.timeout(patienceMs)));
  });

  /** Everything that is wrong with a connection; its own reason tells only the first few. */
  router.get('/:id/problems', async (request, response) => {
    const { id } = await findConnection(deps, request.params.id);
    response.json({ items: await store.problems.list(id) });
  });

  return router;
}

async function describeAccount(deps: ApiDeps, account: AccountToConnect): Promise<CheckedAnswer> {
  const health = await checkAccount(deps, account);
  const scope = account.scope ?? defaultScope;
  const source = deps.createSource({ ...account, account: health.account, scope }, account.credential);
  const signal = AbortSignal.timeout(patienceMs);
  const matched = await source.listInScope(scope, new Set(), signal);
  const fitsNone = (pattern: string) => !health.visible.some((name) => inScope([pattern], name));
  const isGitHub = account.provider === 'github';
  return {
    health,
    matched: matched.map(({ name }) => name),
    unmatched: [
      ...(isGitHub ? scope.repositories : scope.services).filter(fitsNone),
      ...(isGitHub ? scope.postmortemFolders.filter((folder) => fitsNone(folder.split(':', 1)[0] ?? '')) : []),
    ],
    streams: await source.listStreams(scope, signal),
  };
}
