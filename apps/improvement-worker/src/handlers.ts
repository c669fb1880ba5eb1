import type { JobHandlersOfQueue } from '@refrain/jobs';
import { createIssueTrackerOpener } from './accounts/open-account.ts';
import { createUndoWriteHandler } from './accounts/undo-write.ts';
import { createDeliverDueEventsHandler, createDeliverEventHandler } from './deliveries/deliver-events.ts';
import { createVerifyEffectHandler } from './fixes/verify-effect.ts';
import type { ImprovementDeps } from './improvement-deps.ts';
import { createEnsureIssueHandler } from './issues/ensure-issue.ts';
import { createFollowPatternHandler } from './issues/follow-pattern.ts';
import { createSyncIssueHandler, createSyncIssuesHandler } from './issues/sync-issue.ts';
import { createApproveByPolicyHandler } from './proposals/approve-by-policy.ts';
import { createProposeImprovementsHandler } from './proposals/propose-improvements.ts';

export function createHandlers(deps: ImprovementDeps): JobHandlersOfQueue<'improvement'> {
  const issueDeps = { ...deps, openRepository: createIssueTrackerOpener(deps) };
  return {
    'propose-improvements': createProposeImprovementsHandler(deps),
    'approve-by-policy': createApproveByPolicyHandler(deps),
    'ensure-issue': createEnsureIssueHandler(issueDeps),
    'sync-issue': createSyncIssueHandler(issueDeps),
    'sync-issues': createSyncIssuesHandler(deps),
    'follow-pattern': createFollowPatternHandler(issueDeps),
    'verify-effect': createVerifyEffectHandler(issueDeps),
    'undo-write': createUndoWriteHandler(deps),
    'deliver-due': createDeliverDueEventsHandler(deps),
    'deliver-event': createDeliverEventHandler({ ...deps, send: deps.sendMessage, random: Math.random }),
  };
}
