import type { IssueTracker } from '@refrain/connectors';
import { AppError, type Improvement } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { chooseConnection, type GitHubConnection } from './choose-connection.ts';
import { renderIssue } from './render-issue.ts';

export interface EnsureIssueDeps {
  readonly store: Pick<Store, 'connections' | 'improvements' | 'reports'>;
  readonly openTracker: (connection: GitHubConnection, credential: string) => IssueTracker;
  readonly label: string;
  readonly publicUrl: string | null;
}

/** Makes the one issue of an approved improvement be there and say what is known now. Nothing is opened without approval. */
export function createEnsureIssue(deps: EnsureIssueDeps): Handler<'ensure-issue'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const improvement = await improvements.find(improvementId);
      if (improvement === null || !['approved', 'opened'].includes(improvement.state)) return;
      const { number, url } = await ensure(deps, improvement, signal);
      await improvements.recordIssue(improvementId, { number, url });
    });
}

async function ensure(deps: EnsureIssueDeps, improvement: Improvement, signal: AbortSignal) {
  const { store, openTracker, label, publicUrl } = deps;
  const { patternId, repository, title } = improvement;
  if (repository === null) {
    throw new AppError('conflict', `Improvement ${improvement.id} has no repository: approve it with one`);
  }
  const stored = await store.reports.findLatest(patternId);
  if (stored === null) throw new AppError('unavailable', `The report of pattern ${patternId} is not written yet`);
  const connection = chooseConnection(await store.connections.list(), repository);
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null)
    throw new AppError('credential_rejected', `No credential is stored for ${connection.account}`);
  const wanted = renderIssue({ repository, title, label, report: stored.report, publicUrl });
  return openTracker(connection, credential).ensureIssue(wanted, signal);
}
