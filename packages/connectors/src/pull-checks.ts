import type { OpenPull, WantedCheck, WriteReason } from '@refrain/domain';
import type { RepositorySettings } from './issue-tracker.ts';

/** Where open pull requests are checked. Every write passes the log; in a dry run nothing is written, and null is answered. */
export interface PullChecks {
  /** Whether the credential can write checks at all: only an App can. */
  readonly isPossible: boolean;
  /** Null where it is not open, or not there. */
  readPull(repository: string, number: number, signal: AbortSignal): Promise<OpenPull | null>;
  /**
   * What `.github/refrain.yml` says; all is allowed where there is none.
   * @throws {AppError} `conflict` when it cannot be read: then nothing may be done there
   */
  readSettings(repository: string, signal: AbortSignal): Promise<RepositorySettings>;
  /**
   * Shows a check, neutral and with one button, at the newest commit of a pull request. Not safe to repeat.
   * @param id comes back with the button, as `listCheckAnswers` reads it
   */
  show(
    pull: Pick<OpenPull, 'repository' | 'headSha'>,
    check: WantedCheck & { readonly id: string },
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<{ readonly checkRunId: number; readonly url: string } | null>;
  /** Says something else in a check, and takes its button away. @returns whether it says so now */
  replace(
    place: { readonly repository: string; readonly checkRunId: number },
    check: Pick<WantedCheck, 'title' | 'summary'>,
    reason: WriteReason,
    signal: AbortSignal,
  ): Promise<boolean>;
}
