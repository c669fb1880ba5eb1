import { isCustomPeriod, type PeriodParameters, pickPeriod, toPeriodQuery } from '../list/period.ts';

/** The figures of services are those of 12 months if the user chose no period. */
export const defaultServiceDays = 365;

export function toServicePeriodQuery({ days, since, until }: PeriodParameters) {
  return toPeriodQuery({ days, since, until }, defaultServiceDays);
}

/** Returns the search parameters by which another list shows the same period, whatever its default period is. */
export function toShownPeriod(period: PeriodParameters) {
  return isCustomPeriod(period) ? pickPeriod(period) : { days: period.days ?? defaultServiceDays };
}
