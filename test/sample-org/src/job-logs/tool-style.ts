/**
 * How one tool writes to the log of a job. Lines are templates, as in a theme; `§r`, `§g`, `§y` and `§0` stand for the terminal's colours.
 */
export interface ToolStyle {
  readonly id: string;
  /** Whether the reduction of logs was developed without logs of this tool. */
  readonly isHeldOut?: true;
  readonly workflow: string;
  readonly job: string;
  readonly step: string;
  /** The script of the step. An action has its name as the only line, and `inputs`. */
  readonly script: readonly string[];
  readonly inputs?: readonly string[];
  readonly environment?: readonly string[];
  /** Output before the error. */
  readonly output: readonly string[];
  /** Output between the error and the end of the step. */
  readonly ending?: readonly string[];
  /** The line with which the runner reports the failed step; null if the error is that line. */
  readonly verdict: string | null;
}

/** An error that a theme shows in the log of a failed deployment. The line that begins with `! ` states the error. */
export interface JobError {
  readonly tool: string;
  readonly lines: readonly string[];
}
