/** A fault of the machine that is injected and later repaired. */
export interface Fault {
  /** Kind under which the fault is counted. */
  readonly kind: FaultKind;
  /** Description for the progress output. */
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
