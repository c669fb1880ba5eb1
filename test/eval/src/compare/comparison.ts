/** Something that is measured of a method: a column of the table and a field of the JSON line. */
export interface Figure {
  readonly key: string;
  readonly title: string;
  /** Null where neither more nor less is better. */
  readonly better: 'more' | 'less' | null;
  /** Digits after the point. */
  readonly digits: number;
}

/** By the key of the figure; null where it was not measured. */
export type Values = Readonly<Record<string, number | null>>;

export interface Measured {
  readonly method: string;
  readonly values: Values;
}

/** What the product is to reach. */
export interface Goal {
  readonly figure: string;
  readonly value: number;
}

/** The product and the baselines on the same records. */
export interface Comparison {
  readonly task: string;
  /** Name of the file or the organisation. */
  readonly data: string;
  readonly records: number;
  readonly figures: readonly Figure[];
  readonly product: readonly Measured[];
  readonly baselines: readonly Measured[];
  readonly goals: readonly Goal[];
  /** What a reader has to know of the figures. */
  readonly notes: readonly string[];
}

/** Of each figure the best value that any baseline reached; null where neither is better or none has it. */
export function findBest(figures: readonly Figure[], rows: readonly Measured[]): Values {
  return Object.fromEntries(
    figures.map(({ key, better }) => {
      const values = rows.flatMap(({ values: own }) => own[key] ?? []);
      if (better === null || values.length === 0) return [key, null];
      return [key, better === 'more' ? Math.max(...values) : Math.min(...values)];
    }),
  );
}

/** Whether a goal is reached, on the value as it is shown; null where the figure was not measured. */
export function isReached(goal: Goal, { figures, product }: Pick<Comparison, 'figures' | 'product'>): boolean | null {
  const figure = figures.find(({ key }) => key === goal.figure);
  const value = figure === undefined ? null : findBest([figure], product)[figure.key];
  if (figure === undefined || value === null || value === undefined) return null;
  const [shown, wanted] = [value, goal.value].map((number) => Number(number.toFixed(figure.digits))) as [
    number,
    number,
  ];
  return figure.better === 'less' ? shown <= wanted : shown >= wanted;
}
