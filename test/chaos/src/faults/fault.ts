/** A fault that is injected into the machine, and repaired again. */
export interface Fault {
  /** The kind, by which faults are counted. */
  readonly kind: FaultKind;
  /** A description for people. */
  readonly name: string;
  /** Milliseconds between the injection and the repair. */
  readonly lastsMs: number;
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
}

export type FaultKind =
  | 'killed'
  | 'redisEmptied'
  | 'redisKilled'
  | 'postgresKilled'
  | 'connectionsFilled'
  | 'paused'
  | 'clockSkewed'
  | 'diskFull'
  | 'spoolFull'
  | 'networkCut';
