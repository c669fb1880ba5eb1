/** A figure of a bench for the table of all of them. Places in the result are names with dots between. */
export interface Figure {
  readonly what: string;
  readonly at: string;
  readonly unit: string;
  /** What of it is better. */
  readonly better: 'less' | 'more';
  /** What it is held against, of the same run or computed: a place or a number, and in words. */
  readonly floor?: { readonly at: string | number; readonly what: string };
  /** A place or a number; absent where there is none. */
  readonly goal?: string | number;
}

/** Something that is measured, with the sizes that can be chosen. */
export interface Bench<Size extends string = string> {
  readonly name: string;
  /** For `--help`. */
  readonly about: string;
  /** By the name of the option. */
  readonly sizes: Readonly<Record<Size, BenchSize>>;
  readonly figures: readonly Figure[];
  run(sizes: Readonly<Record<Size, number>>, options: { readonly profile: string | null }): Promise<object>;
}

interface BenchSize {
  /** For `--help`. */
  readonly about: string;
  readonly usual: number;
  /** With `--quick`: whether it works, and no figure that means anything. */
  readonly quick: number;
}

/** Sizes keep the names that they have in the bench. */
export function defineBench<const Size extends string>(bench: Bench<Size>): Bench {
  return bench as unknown as Bench;
}
