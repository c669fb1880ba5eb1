import type { ProviderAccess } from '@refrain/connectors';
import type { HandlersFor, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { createApproveByPolicy } from './approve-by-policy.ts';
import { createDeliverDue, createDeliverEvent } from './deliver-events.ts';
import { createEnsureIssue } from './ensure-issue.ts';
import { createFollowPattern } from './follow-pattern.ts';
import { createOpenRepository } from './open-repository.ts';
import { type CheckPullDeps, createCheckPull } from './precheck/check-pull.ts';
import { createProposeImprovements } from './propose-improvements.ts';
import { createSyncIssue } from './sync-issue.ts';
import { createSyncIssues } from './sync-issues.ts';
import { createUndoWrite } from './undo-write.ts';
import { createVerifyEffect } from './verify-effect.ts';
import { createWriteNote, type WriteNoteDeps } from './write-note.ts';

export interface ImprovementDeps {
  readonly store: Store;
  readonly producer: Producer;
  readonly createIssueTracker: ProviderAccess['createIssueTracker'];
  readonly sendMessage: ProviderAccess['sendMessage'];
  readonly createIncidentNotes: ProviderAccess['createIncidentNotes'];
  /** Where people open Refrain, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What is written while people are at an incident. */
export function createAttentionHandlers(deps: WriteNoteDeps): HandlersFor<'attention'> {
  return { 'write-note': createWriteNote(deps) };
}

/** What is said of open pull requests. */
export function createPrecheckHandlers(deps: CheckPullDeps): HandlersFor<'precheck'> {
  return { 'check-pull': createCheckPull(deps) };
}

/** All else that the improvement worker does, without the queue that asks for it. */
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
