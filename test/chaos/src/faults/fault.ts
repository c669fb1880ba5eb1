/** Something that breaks on the machine, and is mended again. */
export interface Fault {
  /** What is counted: all of one kind are alike. */
  readonly kind: FaultKind;
  /** What happens, for a person. */
  readonly name: string;
  /** How long it lasts, in milliseconds, from when it has begun. */
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
