import {
  causeLabels,
  failureKindLabels,
  improvementStateLabels,
  judgementLabels,
  recurrenceLabels,
  trendLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import type { PatternSearch } from './pattern-search.ts';

/** The filters of the list of patterns, most used first. The page hides the last filters until the user unfolds them. */
export const patternFilters = [
  { name: 'recurrence', label: 'Status', labels: recurrenceLabels },
  { name: 'direction', label: 'Trend', labels: trendLabels },
  { name: 'cause', label: 'Cause', labels: causeLabels },
  { name: 'service', label: 'Service', labels: {} },
  { name: 'judgement', label: 'Review', labels: judgementLabels },
  { name: 'improvement', label: 'Improvement', labels: { ...improvementStateLabels, none: 'none' } },
  { name: 'kind', label: 'Kind', labels: failureKindLabels },
  { name: 'trigger', label: 'Trigger', labels: triggerLabels },
  { name: 'repository', label: 'Repository', labels: {} },
] as const satisfies readonly {
  readonly name: keyof PatternSearch;
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
}[];
