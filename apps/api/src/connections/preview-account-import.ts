import { matchesAnyPattern } from '@refrain/connectors';
import { type ConnectionCheckResponse, defaultScope } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { type AccountToConnect, checkAccount, providerTimeoutMs } from './connect-account.ts';

/**
 * Returns what would be imported from an account.
 * @throws {AppError} like `checkAccount`
 */
export async function previewAccountImport(deps: ApiDeps, account: AccountToConnect): Promise<ConnectionCheckResponse> {
  const health = await checkAccount(deps, account);
  const scope = account.scope ?? defaultScope;
  const source = deps.createSource({ ...account, account: health.account, scope }, account.credential);
  const signal = AbortSignal.timeout(providerTimeoutMs);
  const matched = await source.listInScope(scope, new Set(), signal);
  const matchesNothing = (pattern: string) => !health.visible.some((name) => matchesAnyPattern([pattern], name));
  const selection = deps.providers.get(account.provider).descriptor.scope;
  const selected = selection === null ? [] : scope[selection.selects];
  const folders = selection?.refinements.includes('postmortemFolders') ? scope.postmortemFolders : [];
  return {
    health,
    matched: matched.map(({ name }) => name),
    unmatched: [
      ...selected.filter(matchesNothing),
      ...folders.filter((folder) => matchesNothing(folder.split(':', 1)[0] ?? '')),
    ],
    streams: await source.listStreams(scope, signal),
  };
}
