import type { Schemas } from '../api/refrain.ts';
import type { Figure } from '../components/figure-cards.tsx';
import { count, formatHours as formatTotalHours } from '../labels/format.ts';
import { formatHours } from '../labels/times.ts';

type Figures = Schemas['PeriodFigures'];

/**
 * Describes the figures of a period, each with the figure of the period before.
 * @param proposed the number of improvements that need review now, shown if no fix has a verdict in the period
 */
export function describeKeyFigures(
  figures: Figures,
  before: Figures | null,
  direction: Schemas['TrendDirection'] | null,
  proposed: number,
): readonly Figure[] {
  const fixes = describeFixes(figures, before) ?? describeProposals(proposed);
  return [
    {
      label: 'Episodes',
      value: String(figures.episodes),
      note: before === null ? '' : describeCountChange(figures.episodes, before.episodes, direction),
    },
    describeHours('Median duration', [figures.medianHours, before?.medianHours], formatHours),
    describeHours('Total impact', [figures.impactHours, before?.impactHours], formatTotalHours),
    ...(fixes === null ? [] : [fixes]),
  ];
}

/** Says of a change that the test does not confirm that it may be chance, so that it does not contradict the headline. */
function describeCountChange(recent: number, before: number, direction: Schemas['TrendDirection'] | null): string {
  if (before === recent) return `${before} before, no difference`;
  if (before === 0) return '0 before';
  const share = Math.round((Math.abs(recent - before) / before) * 100);
  const change = `${before} before, ${recent < before ? 'down' : 'up'} ${share}\u00a0%`;
  return direction === 'rising' || direction === 'falling' ? change : `${change}, which may be chance`;
}

function describeHours(
  label: string,
  [recent, before]: readonly [number | null, number | null | undefined],
  format: (hours: number) => string,
): Figure {
  if (recent === null) return { label, value: '–', note: 'No duration is recorded' };
  return { label, value: format(recent), note: before == null ? '' : `${format(before)} before` };
}

function describeFixes({ fixesVerified, fixesRecurred }: Figures, before: Figures | null): Figure | null {
  const measured = fixesVerified + fixesRecurred;
  if (measured === 0) return null;
  const measuredBefore = before === null ? 0 : before.fixesVerified + before.fixesRecurred;
  return {
    label: 'Fixes verified',
    value: `${fixesVerified} of ${measured}`,
    note:
      before === null || measuredBefore === 0
        ? `${count(fixesRecurred, 'failure')} recurred after the fix`
        : `${before.fixesVerified} of ${measuredBefore} before`,
  };
}

function describeProposals(proposed: number): Figure | null {
  if (proposed === 0) return null;
  return {
    label: 'Improvements to decide on',
    value: String(proposed),
    note: 'Proposed fixes that need review, of any period',
  };
}
