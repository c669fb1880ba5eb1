/** Something that goes wrong beside the events, and how it ends. */
export interface Trouble {
  readonly name: string;
  /** How long it lasts at least, in milliseconds. */
  readonly lastsMs?: number;
  /** Whether it has done what it is for, so that it may end. */
  isDone?(): boolean;
  begin(): unknown;
  /** Absent: it is over at once, or stays. */
  end?(): unknown;
}
