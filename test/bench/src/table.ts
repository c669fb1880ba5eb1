import type { Bench, BenchFigure } from './bench.ts';

export interface BenchTableRow {
  readonly bench: string;
  readonly what: string;
  readonly measured: number | null;
  readonly unit: string;
  readonly floor: number | null;
  readonly floorWhat: string | null;
  /** Measured value divided by `floor`, the value for comparison; null if `floor` is null or 0. */
  readonly ratio: number | null;
  readonly goal: number | null;
  readonly isMet: boolean | null;
}

export function listBenchTableRows(
  { name, figures }: Pick<Bench, 'name' | 'figures'>,
  result: object,
): BenchTableRow[] {
  return figures.map((figure) => rowOf(name, figure, result));
}

function rowOf(bench: string, { what, at, unit, better, floor, goal }: BenchFigure, result: object): BenchTableRow {
  const measured = numberAt(result, at);
  const against = floor === undefined ? null : numberAt(result, floor.at);
  const wanted = goal === undefined ? null : numberAt(result, goal);
  const isMet =
    measured === null || wanted === null ? null : better === 'less' ? measured <= wanted : measured >= wanted;
  return {
    bench,
    what,
    measured,
    unit,
    floor: against,
    floorWhat: floor?.what ?? null,
    ratio: measured === null || !against ? null : Number((measured / against).toPrecision(3)),
    goal: wanted,
    isMet,
  };
}

/** Returns the number that `at` refers to: `at` itself if it is a number, otherwise the value at that path in the result. */
function numberAt(result: unknown, at: string | number): number | null {
  if (typeof at === 'number') return at;
  const found = at
    .split('.')
    .reduce((of, name) => (of as Readonly<Record<string, unknown>> | undefined)?.[name], result);
  return typeof found === 'number' ? found : null;
}

export function writeBenchTable(rows: readonly BenchTableRow[]): string {
  const head = ['bench', 'figure', 'measured', 'floor', 'ratio', 'goal'];
  const cells = rows.map(({ bench, what, measured, unit, floor, floorWhat, ratio, goal, isMet }) => [
    bench,
    what,
    measured === null ? 'none' : withUnit(measured, unit),
    floor === null ? '' : `${withUnit(floor, unit)} (${floorWhat})`,
    ratio === null ? '' : String(ratio),
    goal === null ? '' : `${withUnit(goal, unit)}${isMet === false ? ' missed' : ''}`,
  ]);
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |\n`).join('');
}

function withUnit(value: number, unit: string): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: 3 })}${unit === '' || unit.startsWith('/') ? unit : ` ${unit}`}`;
}
