import {
  type ComparedFigure,
  type FigureValues,
  findBestValues,
  isGoalReached,
  type MethodComparison,
} from './method-comparison.ts';

/** Formats a table with a row for Refrain, for each baseline, for the best value of all baselines, and for the goals. */
export function formatComparison(comparison: MethodComparison): string {
  const { task, data, records, figures, product, baselines, goals, notes } = comparison;
  const valuesRow = (name: string, values: FigureValues) => [
    name,
    ...figures.map((figure) => formatValue(values, figure)),
  ];
  const goalRow = figures.map((figure) => {
    const goal = goals.find((one) => one.figure === figure.key);
    return goal === undefined ? '' : `${figure.better === 'less' ? '≤' : '≥'} ${formatNumber(goal.value, figure)}`;
  });
  const reachedRow = figures.map((figure) => {
    const goal = goals.find((one) => one.figure === figure.key);
    const reached = goal === undefined ? null : isGoalReached(goal, comparison);
    return reached === null ? '' : reached ? 'reached' : 'missed';
  });
  const groups = [
    [['', ...figures.map(({ title }) => title)]],
    product.map(({ method, values }) => valuesRow(method, values)),
    baselines.map(({ method, values }) => valuesRow(method, values)),
    [
      ...(baselines.length > 1 ? [valuesRow('best baseline', findBestValues(figures, baselines))] : []),
      ...(goals.length > 0
        ? [
            ['goal', ...goalRow],
            ['', ...reachedRow],
          ]
        : []),
    ],
  ].filter((rows) => rows.length > 0);
  return [`${task}: ${data}, ${records} records`, ...alignRows(groups), ...notes.map((note) => `  ${note}`)].join('\n');
}

export function toComparisonJson(comparison: MethodComparison): object {
  const { task, data, records, figures, product, baselines, goals, notes } = comparison;
  const rounded = (values: FigureValues) =>
    Object.fromEntries(
      figures.map((figure) => {
        const value = values[figure.key] ?? null;
        return [figure.key, value === null ? null : Number(value.toFixed(Math.max(4, figure.digits)))];
      }),
    );
  const byMethod = (rows: MethodComparison['product']) =>
    Object.fromEntries(rows.map(({ method, values }) => [method, rounded(values)]));
  return {
    task,
    data,
    records,
    product: byMethod(product),
    baselines: byMethod(baselines),
    bestBaseline: rounded(findBestValues(figures, baselines)),
    goals: goals.map((goal) => ({ ...goal, reached: isGoalReached(goal, comparison) })),
    notes,
  };
}

function formatValue(values: FigureValues, figure: ComparedFigure): string {
  const value = values[figure.key] ?? null;
  return value === null ? '' : formatNumber(value, figure);
}

/** Formats a share without the zero before the decimal point. */
function formatNumber(value: number, { digits }: ComparedFigure): string {
  return value.toFixed(digits).replace(/^(-?)0\./u, '$1.');
}

/** Aligns names left and numbers right, with a horizontal line between groups of rows. */
function alignRows(groups: readonly (readonly (readonly string[])[])[]): string[] {
  const rows = groups.flat();
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = `  ${widths.map((width) => '─'.repeat(width)).join('──')}`;
  return groups.flatMap((group, at) => [
    ...(at === 0 ? [] : [line]),
    ...group.map((row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
    ),
  ]);
}
