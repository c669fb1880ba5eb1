/** A figure of a bench, for the table of all benches. Paths into the result are names joined by dots. */
export interface Figure {
  readonly what: string;
  readonly at: string;
  readonly unit: string;
  /** Whether less or more is better. */
  readonly better: 'less' | 'more';
  /** The value for comparison, from the same run or computed: a path or a number, and a description. */
  readonly floor?: { readonly at: string | number; readonly what: string };
  /** A path or a number; absent if there is no goal. */
  readonly goal?: string | number;
}

/** A benchmark and its size options. */
export interface Bench<Size extends string = string> {
  readonly name: string;
  /** The description in `--help`. */
  readonly about: string;
  /** The sizes by the name of their option. */
  readonly sizes: Readonly<Record<Size, BenchSize>>;
  readonly figures: readonly Figure[];
  run(sizes: Readonly<Record<Size, number>>, options: { readonly profile: string | null }): Promise<object>;
}

interface BenchSize {
  /** The description in `--help`. */
  readonly about: string;
  readonly usual: number;
  /** The value with `--quick`, which only checks that the bench works; its figures mean nothing. */
  readonly quick: number;
}

/** Returns the bench with the literal names of its sizes as the type. */
export function defineBench<const Size extends string>(bench: Bench<Size>): Bench {
  return bench as unknown as Bench;
}
