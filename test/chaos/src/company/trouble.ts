/** A disturbance of the providers or of Refrain while events arrive. */
export interface Trouble {
  readonly name: string;
  /** Minimum duration in milliseconds. */
  readonly lastsMs?: number;
  /** Whether the disturbance has had its effect, so that it may end. */
  isDone?(): boolean;
  begin(): unknown;
  /** Ends the disturbance. Absent for momentary and permanent disturbances. */
  end?(): unknown;
}
