/**
 * The most hours that one episode adds to an impact. Providers keep the record of a minor incident open for weeks although
 * hardly anybody is affected, so the hours beyond the first day say little about the harm.
 */
export const maxImpactHours = 24;
