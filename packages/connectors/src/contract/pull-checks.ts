import type { IssueLocation, OpenPull, WantedCheck, WriteReason } from '@refrain/domain';
import type { RepositorySettings } from './issue-tracker.ts';

export interface CheckLocation extends IssueLocation {
  readonly checkRunId: number;
}

/** Writes checks on open pull requests. The log receives every write; in a dry run nothing is written and the result is null. */
export interface PullChecks {
  /** Whether the credential may write checks. At GitHub only an App may. */
  readonly isPossible: boolean;
  /**
   * Reads a pull request. Returns null if it is closed, gone, or still at `knownHead`.
   * @param knownHead null reads it at any commit
   */
  readPull(place: IssueLocation, knownHead: string | null, signal: AbortSignal): Promise<OpenPull | null>;
  /**
   * Reads `.github/refrain.yml`, and whether the repository is public.
   * @throws {AppError} `conflict` if the file is invalid: then nothing may be written there
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /**
   * Shows a check, neutral and with one button, at the newest commit of a pull request. Not safe to repeat.
   * @param id identifies the check when a person presses its button (`findUnhelpfulCheck`)
   */
  show(
    pull: Pick<OpenPull, 'repository' | 'number' | 'headSha'>,
    check: WantedCheck & { readonly id: string },
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly checkRunId: number; readonly url: string } | null>;
  /** Replaces the text of a check and removes its button. @returns whether it was replaced */
  replace(
    place: CheckLocation,
    check: Pick<WantedCheck, 'title' | 'summary'>,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Completes a check that a person asked to run again, which is pending until then. @returns whether it is complete */
  complete(place: CheckLocation, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
