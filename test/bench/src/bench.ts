/** One measured figure of a benchmark, shown in the table of all benchmarks. `at` is a path into the result: field names joined by dots. */
export interface BenchFigure {
  readonly what: string;
  readonly at: string;
  readonly unit: string;
  readonly better: 'less' | 'more';
  /** The value to compare the figure with, and its description. `at` is a number or a path into the result. */
  readonly floor?: { readonly at: string | number; readonly what: string };
  readonly goal?: string | number;
}

export interface Bench<Size extends string = string> {
  readonly name: string;
  readonly about: string;
  readonly sizes: Readonly<Record<Size, BenchSize>>;
  readonly figures: readonly BenchFigure[];
  run(sizes: Readonly<Record<Size, number>>, options: { readonly profile: string | null }): Promise<object>;
}

interface BenchSize {
  readonly about: string;
  readonly usual: number;
  /** Value with `--quick`, which only checks that the benchmark works; its figures are meaningless. */
  readonly quick: number;
}

/** Returns the benchmark unchanged. The type parameter keeps the names of the sizes as literal types. */
export function defineBench<const Size extends string>(bench: Bench<Size>): Bench {
  return bench as unknown as Bench;
}
