export interface Fault {
  readonly kind: FaultKind;
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
