import type { IssueTracker } from '@refrain/connectors';
import { AppError, type EnsuredIssue, type Improvement, toAppError } from '@refrain/domain';
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

/**
 * Makes the one issue of an approved improvement be there and say what is known now. Nothing is opened without approval,
 * and nothing twice. What went wrong is kept with the improvement, where the person who approved it sees it.
 */
export function createEnsureIssue(deps: EnsureIssueDeps): Handler<'ensure-issue'> {
  const { improvements } = deps.store;
  return ({ improvementId }, signal) =>
    improvements.withLock(improvementId, async () => {
      const improvement = await improvements.find(improvementId);
      if (improvement === null || !['approved', 'opened'].includes(improvement.state)) return;
      let asked = false;
      const beforeCreating = async (repository: string) => {
        await improvements.startOpening(improvementId, repository);
        asked = true;
      };
      try {
        const issue = await ensure(deps, improvement, beforeCreating, signal);
        await improvements.recordIssue(improvementId, issue);
      } catch (thrown) {
        if (!signal.aborted) await recordProblem(deps, improvementId, thrown, asked);
        throw thrown;
      }
    });
}

async function ensure(
  deps: EnsureIssueDeps,
  improvement: Improvement,
  beforeCreating: (repository: string) => Promise<void>,
  signal: AbortSignal,
): Promise<EnsuredIssue> {
  const { store, openTracker, label, publicUrl } = deps;
  const { patternId, repository, issueNumber: number, title } = improvement;
  if (repository === null) {
    throw new AppError('conflict', `Improvement ${improvement.id} has no repository: approve it with one`);
  }
  const stored = await store.reports.findLatest(patternId);
  if (stored === null) throw new AppError('unavailable', `The report of pattern ${patternId} is not written yet`);
  const connection = chooseConnection(await store.connections.list(), repository);
  const credential = await store.connections.readCredential(connection.id);
  if (credential === null) {
    throw new AppError(
      'credential_rejected',
      `No credential is stored for ${connection.account}: connect it again with one`,
    );
  }
  const wanted = renderIssue({ repository, number, title, label, report: stored.report, publicUrl });
  return openTracker(connection, credential).ensureIssue(wanted, signal, () => beforeCreating(repository));
}

/** @param asked whether the tracker was asked to create an issue: then only its refusal says that there is none */
async function recordProblem(deps: EnsureIssueDeps, id: string, thrown: unknown, asked: boolean): Promise<void> {
  const error = toAppError(thrown);
  const problem =
    thrown instanceof AppError ? error.message : 'Unexpected error: see the log of the improvement worker';
  // A store that is away has no place for it either; the error that counts is the first one.
  await deps.store.improvements.recordProblem(id, problem, asked && isRefusal(error)).catch(() => undefined);
}

/** An answer that says no. None at all, one of a failing server or one that cannot be read leaves open what was done. */
function isRefusal({ context: { status } }: AppError): boolean {
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408;
}
