import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';
import { formatHours } from '../labels/times.ts';

type Figures = Schemas['PeriodFigures'];

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** The figure of the period before, or why there is no value. */
  readonly note: string;
}

/** Describes four figures, each with the figure of the period before. */
export function describeKeyFigures(
  figures: Figures,
  before: Figures | null,
  direction: Schemas['TrendDirection'] | null,
): readonly KeyFigure[] {
  return [
    {
      label: 'Episodes',
      value: String(figures.episodes),
      note: before === null ? '' : describeCountChange(figures.episodes, before.episodes, direction),
    },
    describeHours('Median duration', figures.medianHours, before?.medianHours),
    describeHours('Total time of impact', figures.impactHours, before?.impactHours),
    describeFixes(figures, before),
  ];
}

/** Says of a change that the test does not confirm that chance explains it, so that it does not contradict the headline. */
function describeCountChange(recent: number, before: number, direction: Schemas['TrendDirection'] | null): string {
  if (before === recent) return `${before} before, no difference`;
  if (before === 0) return '0 before';
  const share = Math.round((Math.abs(recent - before) / before) * 100);
  const change = `${before} before, ${recent < before ? 'down' : 'up'} ${share}\u00a0%`;
  return direction === 'rising' || direction === 'falling' ? change : `${change}, within chance`;
}

function describeHours(label: string, recent: number | null, before: number | null | undefined): KeyFigure {
  if (recent === null) return { label, value: '–', note: 'No duration is recorded' };
  return { label, value: formatHours(recent), note: before == null ? '' : `${formatHours(before)} before` };
}

function describeFixes({ fixesVerified, fixesRecurred }: Figures, before: Figures | null): KeyFigure {
  const label = 'Fixes verified';
  const measured = fixesVerified + fixesRecurred;
  if (measured === 0) return { label, value: '–', note: 'No fix has a verdict in this period' };
  const measuredBefore = before === null ? 0 : before.fixesVerified + before.fixesRecurred;
  return {
    label,
    value: `${fixesVerified} of ${measured}`,
    note:
      before === null || measuredBefore === 0
        ? `${count(fixesRecurred, 'failure')} recurred after the fix`
        : `${before.fixesVerified} of ${measuredBefore} before`,
  };
}
