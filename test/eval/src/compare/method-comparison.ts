/** A measured figure of a method: a column of the table and a field of the JSON line. */
export interface ComparedFigure {
  readonly key: string;
  readonly title: string;
  /** Whether a higher or lower value is better; null if neither is. */
  readonly better: 'more' | 'less' | null;
  readonly digits: number;
}

/** Values by the key of the figure; null if not measured. */
export type FigureValues = Readonly<Record<string, number | null>>;

export interface MeasuredMethod {
  readonly method: string;
  readonly values: FigureValues;
}

export interface Goal {
  readonly figure: string;
  readonly value: number;
}

/** Scores of Refrain and the baselines on the same records. */
export interface MethodComparison {
  readonly task: string;
  readonly data: string;
  readonly records: number;
  readonly figures: readonly ComparedFigure[];
  readonly product: readonly MeasuredMethod[];
  readonly baselines: readonly MeasuredMethod[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}

/** Returns the best value of each figure; null if no row has a value, or if neither high nor low values are better. */
export function findBestValues(figures: readonly ComparedFigure[], rows: readonly MeasuredMethod[]): FigureValues {
  return Object.fromEntries(
    figures.map(({ key, better }) => {
      const values = rows.flatMap(({ values: own }) => own[key] ?? []);
      if (better === null || values.length === 0) return [key, null];
      return [key, better === 'more' ? Math.max(...values) : Math.min(...values)];
    }),
  );
}

/** Returns whether the value reaches the goal, after rounding it as in the table. Returns null if the value was not measured. */
export function isGoalReached(
  goal: Goal,
  { figures, product }: Pick<MethodComparison, 'figures' | 'product'>,
): boolean | null {
  const figure = figures.find(({ key }) => key === goal.figure);
  const value = figure === undefined ? null : findBestValues([figure], product)[figure.key];
  if (figure === undefined || value === null || value === undefined) return null;
  const [shown, wanted] = [value, goal.value].map((number) => Number(number.toFixed(figure.digits))) as [
    number,
    number,
  ];
  return figure.better === 'less' ? shown <= wanted : shown >= wanted;
}
