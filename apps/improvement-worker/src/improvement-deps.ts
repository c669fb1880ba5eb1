import type { IssueTracker, ProviderAccess } from '@refrain/connectors';
import type { Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';

export interface ImprovementDeps
  extends Pick<ProviderAccess, 'providers' | 'createIssueTracker' | 'sendMessage' | 'openUndo'> {
  readonly store: Store;
  readonly producer: Producer;
  /** URL of Refrain's web app, without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
  readonly now: () => number;
}

export interface IssueDeps extends Pick<ImprovementDeps, 'store' | 'publicUrl' | 'now'> {
  readonly producer: Pick<Producer, 'enqueue'>;
  /** Opens the issues of a repository through the account that owns it. All writes go through the audit log. */
  readonly openRepository: (repository: string) => Promise<IssueTracker>;
}
