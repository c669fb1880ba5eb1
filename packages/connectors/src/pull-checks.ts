import type { IssuePlace, OpenPull, WantedCheck, WriteReason } from '@refrain/domain';
import type { RepositorySettings } from './issue-tracker.ts';

/** A check by where it stands. */
export interface CheckPlace extends IssuePlace {
  readonly checkRunId: number;
}

/** Where open pull requests are checked. Every write passes the log; in a dry run nothing is written, and null is answered. */
export interface PullChecks {
  /** Whether the credential can write checks at all: only an App can. */
  readonly isPossible: boolean;
  /**
   * Null where it is not open, not there, or still at this commit.
   * @param knownHead null reads it whatever it is at
   */
  readPull(place: IssuePlace, knownHead: string | null, signal: AbortSignal): Promise<OpenPull | null>;
  /**
   * What `.github/refrain.yml` says, and whether everybody can read there.
   * @throws {AppError} `conflict` when it cannot be read: then nothing may be done there
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /**
   * Shows a check, neutral and with one button, at the newest commit of a pull request. Not safe to repeat.
   * @param id comes back with the button, as `readCheckAnswer` reads it
   */
  show(
    pull: Pick<OpenPull, 'repository' | 'number' | 'headSha'>,
    check: WantedCheck & { readonly id: string },
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly checkRunId: number; readonly url: string } | null>;
  /** Says something else in a check, and takes its button away. @returns whether it says so now */
  replace(
    place: CheckPlace,
    check: Pick<WantedCheck, 'title' | 'summary'>,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<boolean>;
  /** Has one that someone asked for again be done as it was: it stays pending until then. @returns whether it is */
  complete(place: CheckPlace, reason: WriteReason, signal: AbortSignal): Promise<boolean>;
}
