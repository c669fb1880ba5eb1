import type { ControlPoint, ControlSignal } from '@refrain/domain';

type Side = ControlSignal['side'];

/** Finds points beyond their limits and runs on one side of the centre, in chronological order. */
export function findControlSignals(
  points: readonly ControlPoint[],
  centre: number,
  runLength: number,
): ControlSignal[] {
  const known = points.filter(({ value }) => value !== null);
  const beyond = known.flatMap((point): ControlSignal[] => {
    const side = sideBeyond(point);
    return side === null ? [] : [{ rule: 'beyond_limits', side, fromWeek: point.week, toWeek: point.week }];
  });
  const runs = findRuns(known, centre)
    .filter(({ weeks }) => weeks.length >= runLength)
    .map(({ side, weeks }): ControlSignal => {
      return { rule: 'run', side, fromWeek: weeks[0] ?? '', toWeek: weeks.at(-1) ?? '' };
    });
  return [...beyond, ...runs].sort((a, b) => (a.fromWeek < b.fromWeek ? -1 : a.fromWeek > b.fromWeek ? 1 : 0));
}

function sideBeyond({ value, low, high }: ControlPoint): Side | null {
  if (value === null) return null;
  if (high !== null && value > high) return 'above';
  return low !== null && value < low ? 'below' : null;
}

function findRuns(
  points: readonly ControlPoint[],
  centre: number,
): { readonly side: Side; readonly weeks: string[] }[] {
  const runs: { side: Side; weeks: string[] }[] = [];
  let before: Side | null = null;
  for (const { value, week } of points) {
    const side: Side | null = value === null || value === centre ? null : value > centre ? 'above' : 'below';
    if (side !== null && side === before) runs.at(-1)?.weeks.push(week);
    else if (side !== null) runs.push({ side, weeks: [week] });
    before = side;
  }
  return runs;
}
