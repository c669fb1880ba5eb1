/** A disturbance during the events, and how it ends. */
export interface Trouble {
  readonly name: string;
  /** The minimal duration in milliseconds. */
  readonly lastsMs?: number;
  /** Whether it has had its effect, so that it may end. */
  isDone?(): boolean;
  begin(): unknown;
  /** Ends it. Absent if it is momentary or permanent. */
  end?(): unknown;
}
