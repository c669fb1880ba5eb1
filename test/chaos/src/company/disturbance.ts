export interface Disturbance {
  readonly name: string;
  readonly lastsMs?: number;
  /** Whether the disturbance has had its effect, so that it may end. */
  isDone?(): boolean;
  begin(): unknown;
  /** Ends the disturbance. Absent for momentary and permanent disturbances. */
  end?(): unknown;
}
