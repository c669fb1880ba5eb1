import type { IssueLocation, OpenPullRequest, PullCheckContent, WriteReason } from '@refrain/domain';
import type { IssueTracker } from './issue-tracker.ts';

export interface CheckRunLocation extends IssueLocation {
  readonly checkRunId: number;
}

/** Writes checks on open pull requests. In a dry run, methods write only to the log, and return null or false. */
export interface PullRequestCheckWriter extends Pick<IssueTracker, 'readSettings'> {
  /** Whether the credential may write checks. On GitHub only Apps may. */
  readonly isPossible: boolean;
  /** Reads a pull request; null if it is closed or deleted, or if its newest commit is still `knownHead`. */
  readPull(pull: IssueLocation, knownHead: string | null, signal: AbortSignal): Promise<OpenPullRequest | null>;
  /**
   * Creates a neutral check with a button. Clicking the button sends an event with `id`. A second call creates a second
   * check.
   */
  show(
    pull: Pick<OpenPullRequest, 'repository' | 'number' | 'headSha'>,
    check: PullCheckContent & { readonly id: string },
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly checkRunId: number; readonly url: string } | null>;
  /** Replaces the text of a check and removes its button. Returns false in a dry run. */
  replace(
    checkRun: CheckRunLocation,
    check: Pick<PullCheckContent, 'title' | 'summary'>,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Completes a check that is pending because a person requested to run it again. Returns false in a dry run. */
  complete(checkRun: CheckRunLocation, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
