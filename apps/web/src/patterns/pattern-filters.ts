import type { Schemas } from '../api/refrain.ts';
import {
  causeLabels,
  failureKindLabels,
  patternJudgementLabels,
  recurrenceLabels,
  trendLabels,
  triggerLabels,
} from '../labels/domain-labels.ts';
import { improvementStatusLabels } from '../labels/improvement-status.ts';

export interface PatternFilterProperty {
  readonly name: keyof Schemas['PatternFacets'];
  readonly label: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The filters that are always visible, except on a phone. */
export const patternFilters: readonly PatternFilterProperty[] = [
  { name: 'recurrence', label: 'Status', labels: recurrenceLabels },
  { name: 'cause', label: 'Cause', labels: causeLabels },
  { name: 'service', label: 'Service', labels: {} },
];

/** The folded filters. */
export const morePatternFilters: readonly PatternFilterProperty[] = [
  { name: 'direction', label: 'Trend', labels: trendLabels },
  { name: 'mechanism', label: 'Mechanism', labels: {} },
  { name: 'judgement', label: 'Review', labels: patternJudgementLabels },
  { name: 'improvement', label: 'Improvement', labels: { ...improvementStatusLabels, none: 'none' } },
  { name: 'kind', label: 'Kind', labels: failureKindLabels },
  { name: 'trigger', label: 'Trigger', labels: triggerLabels },
  { name: 'repository', label: 'Repository', labels: {} },
];
