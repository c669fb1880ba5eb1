import type { ProviderAccess } from '@refrain/connectors';
import type { JobHandlersOfQueue, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { createIssueTrackerOpener } from './accounts/open-account.ts';
import { createUndoWriteHandler } from './accounts/undo-write.ts';
import { createDeliverDueHandler, createDeliverEventHandler } from './deliveries/deliver-events.ts';
import { createVerifyEffectHandler } from './fixes/verify-effect.ts';
import { createEnsureIssueHandler } from './issues/ensure-issue.ts';
import { createFollowPatternHandler } from './issues/follow-pattern.ts';
import { createSyncIssueHandler } from './issues/sync-issue.ts';
import { createSyncIssuesHandler } from './issues/sync-issues.ts';
import { createApproveByPolicyHandler } from './proposals/approve-by-policy.ts';
import { createProposeImprovementsHandler } from './proposals/propose-improvements.ts';

export interface ImprovementDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly providers: ProviderAccess['providers'];
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
  readonly sendMessage: ProviderAccess['sendMessage'];
  readonly openUndo: ProviderAccess['openUndo'];
  /** URL of Refrain's web app, without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
  readonly now: () => number;
}

export function createHandlers(deps: ImprovementDeps): JobHandlersOfQueue<'improvement'> {
  const improving = { ...deps, openRepository: createIssueTrackerOpener(deps) };
  return {
    'propose-improvements': createProposeImprovementsHandler(improving),
    'approve-by-policy': createApproveByPolicyHandler(improving),
    'ensure-issue': createEnsureIssueHandler(improving),
    'sync-issue': createSyncIssueHandler(improving),
    'sync-issues': createSyncIssuesHandler(improving),
    'follow-pattern': createFollowPatternHandler(improving),
    'verify-effect': createVerifyEffectHandler(improving),
    'undo-write': createUndoWriteHandler(improving),
    'deliver-due': createDeliverDueHandler(deps),
    'deliver-event': createDeliverEventHandler({ ...deps, send: deps.sendMessage, random: Math.random }),
  };
}
