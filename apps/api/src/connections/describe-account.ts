import { inScope } from '@refrain/connectors';
import { type CheckedAnswer, defaultScope } from '@refrain/domain';
import { type AccountToConnect, type ConnectAccountDeps, checkAccount, patienceMs } from './connect-account.ts';

/** What would be taken in of an account. @throws {AppError} as `checkAccount` */
export async function describeAccount(deps: ConnectAccountDeps, account: AccountToConnect): Promise<CheckedAnswer> {
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
