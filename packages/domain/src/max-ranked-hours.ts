/**
 * The most hours that one episode adds to the impact by which patterns are ordered. Providers keep the record of a minor incident
 * open for weeks although hardly anybody is affected, so the hours beyond the first day say little about the harm.
 */
export const maxRankedHours = 24;
