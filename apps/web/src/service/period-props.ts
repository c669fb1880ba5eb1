import type { PeriodParameters } from '../list/period.ts';

/** The period of the figures of a service. */
export interface PeriodProps {
  /** The period that the user chose. */
  readonly period: PeriodParameters;
  /** Names the period within a sentence: `in the last 12 months`. */
  readonly periodName: string;
}
