import type { ProviderAccess } from '@refrain/connectors';
import type { HandlersFor, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { createOpenRepository } from './accounts/open-repository.ts';
import { createUndoWrite } from './accounts/undo-write.ts';
import { createDeliverDue, createDeliverEvent } from './deliveries/deliver-events.ts';
import { createVerifyEffect } from './fixes/verify-effect.ts';
import { createEnsureIssue } from './issues/ensure-issue.ts';
import { createFollowPattern } from './issues/follow-pattern.ts';
import { createSyncIssue } from './issues/sync-issue.ts';
import { createSyncIssues } from './issues/sync-issues.ts';
import { createApproveByPolicy } from './proposals/approve-by-policy.ts';
import { createProposeImprovements } from './proposals/propose-improvements.ts';

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

export function createHandlers(deps: ImprovementDeps): HandlersFor<'improvement'> {
  const improving = { ...deps, openRepository: createOpenRepository(deps) };
  return {
    'propose-improvements': createProposeImprovements(improving),
    'approve-by-policy': createApproveByPolicy(improving),
    'ensure-issue': createEnsureIssue(improving),
    'sync-issue': createSyncIssue(improving),
    'sync-issues': createSyncIssues(improving),
    'follow-pattern': createFollowPattern(improving),
    'verify-effect': createVerifyEffect(improving),
    'undo-write': createUndoWrite(improving),
    'deliver-due': createDeliverDue(deps),
    'deliver-event': createDeliverEvent({ ...deps, send: deps.sendMessage, random: Math.random }),
  };
}
