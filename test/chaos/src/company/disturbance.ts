export interface Disturbance {
  readonly name: string;
  readonly lastsMs?: number;
  /** Returns whether the disturbance has had its effect and may end. */
  isDone?(): boolean;
  begin(): unknown;
  /** Ends the disturbance. Absent for momentary and permanent disturbances. */
  end?(): unknown;
}
