import type { Schemas } from '../api/refrain.ts';
import { count, formatHours, formatPercent } from '../labels/format.ts';
import { formatDay } from '../labels/times.ts';
import { namePeriods, type OverviewRange, type PeriodNames } from './overview-range.ts';

type Overview = Schemas['Overview'];
type Figures = Schemas['PeriodFigures'];
type Change = 'fell' | 'rose';

interface Headline {
  /** Answers whether it is getting better, with the two figures that carry the answer. */
  readonly title: string;
  /** The second figure and how certain the answer is, or why there is no answer. */
  readonly detail: string;
}

/** Answers whether it is getting better. States that episodes fell or rose only if the test supports the direction. */
export function describeHeadline(overview: Overview, range: OverviewRange, lastDay: string | null): Headline {
  const { period, figures, figuresBefore, comparison, historyFrom, asOf } = overview;
  if (period === null || figures === null)
    return { title: 'Overview', detail: 'Figures appear after the first clustering.' };
  if (asOf !== null && period.from >= asOf)
    return {
      title: `No data after ${formatDay(asOf)}`,
      detail: 'Choose an earlier period, or import newer records.',
    };
  const names = namePeriods(range, period, lastDay);
  if (figuresBefore === null || comparison === null)
    return {
      title: `${count(figures.episodes, 'episode')} ${names.recent}`,
      detail: explainMissingComparison(historyFrom),
    };
  const { direction } = comparison;
  return direction === 'falling' || direction === 'rising'
    ? describeConfirmedChange(figures, figuresBefore, direction === 'falling' ? 'fell' : 'rose', names, comparison.unit)
    : describeUnclearChange(figures, figuresBefore, direction, names);
}

function explainMissingComparison(historyFrom: string | null): string {
  return historyFrom === null
    ? 'The recorded history is too short for a comparison.'
    : `The recorded history begins on ${formatDay(historyFrom)}, so there is no earlier period to compare with.`;
}

function describeConfirmedChange(
  recent: Figures,
  before: Figures,
  change: Change,
  names: PeriodNames,
  unit: Schemas['OverviewComparison']['unit'],
): Headline {
  const impact = describeImpact(recent, before);
  const isCountChanged = change === 'fell' ? recent.episodes < before.episodes : recent.episodes > before.episodes;
  if (!isCountChanged)
    return {
      title: `Episodes per ${unit === 'week' ? 'week' : 'change'} ${change} ${names.recent}`,
      detail: `${count(recent.episodes, 'episode')} in ${count(recent.changes, 'change')}, ${before.episodes} in ${before.changes} ${names.before}.${impact}`,
    };
  const share =
    before.episodes === 0 ? '' : `${formatPercent(Math.abs(recent.episodes - before.episodes) / before.episodes)} `;
  return {
    title: `Episodes ${change} from ${before.episodes} to ${recent.episodes} ${names.recent}`,
    detail: `${share}${change === 'fell' ? 'fewer' : 'more'} than ${names.before}, beyond normal variation.${impact}`,
  };
}

/** Says by how much the number of episodes differs, and that the difference may be chance. */
function describeUnclearChange(
  recent: Figures,
  before: Figures,
  direction: Schemas['TrendDirection'],
  names: PeriodNames,
): Headline {
  const counted = `${count(recent.episodes, 'episode')} ${names.recent}`;
  const compared = `${before.episodes} ${names.before}.${describeImpact(recent, before)}`;
  if (direction === 'too_few') return { title: counted, detail: `Too few for a trend: ${compared}` };
  const difference = formatDifference(recent.episodes, before.episodes);
  return difference === null
    ? { title: `${counted}, as many as before`, detail: `Within normal variation: ${compared}` }
    : { title: `${counted}, ${difference}, which may be chance`, detail: compared };
}

/** Returns null if there is no difference. */
function formatDifference(recent: number, before: number): string | null {
  if (recent === before) return null;
  const change = recent < before ? 'down' : 'up';
  return before === 0 ? change : `${change} ${formatPercent(Math.abs(recent - before) / before)}`;
}

/** A smaller change of the hours is not worth a headline. */
const minImpactChange = 0.2;

/** Returns null if the hours changed little or are unknown in one of the periods. */
function findImpactChange({ impactHours: recent }: Figures, { impactHours: before }: Figures): Change | null {
  if (recent === null || before === null || before === 0) return null;
  if (Math.abs(recent - before) / before < minImpactChange) return null;
  return recent < before ? 'fell' : 'rose';
}

function describeImpact(recent: Figures, before: Figures): string {
  if (recent.impactHours === null || before.impactHours === null) return '';
  const change = findImpactChange(recent, before);
  const [now, then] = [formatHours(recent.impactHours), formatHours(before.impactHours)];
  return change === null ? ` Impact: ${now}, ${then} before.` : ` Impact ${change} from ${then} to ${now}.`;
}
