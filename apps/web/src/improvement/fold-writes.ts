import type { Schemas } from '../api/refrain.ts';

type Write = Pick<Schemas['ProviderWrite'], 'action' | 'state' | 'by' | 'why' | 'target'>;

export interface FoldedWrites<One> {
  /** The newest of the writes. */
  readonly newest: One;
  readonly count: number;
}

/** Joins consecutive writes that say the same. @param writes newest first */
export function foldWrites<One extends Write>(writes: readonly One[]): readonly FoldedWrites<One>[] {
  const folded: FoldedWrites<One>[] = [];
  for (const write of writes) {
    const last = folded.at(-1);
    if (last !== undefined && saysSame(last.newest, write))
      folded[folded.length - 1] = { ...last, count: last.count + 1 };
    else folded.push({ newest: write, count: 1 });
  }
  return folded;
}

function saysSame(a: Write, b: Write): boolean {
  return a.action === b.action && a.state === b.state && a.by === b.by && a.why === b.why && a.target === b.target;
}
