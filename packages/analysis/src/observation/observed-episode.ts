export type { ObservedChange, ObservedEpisode, ObservedPeriod } from '@refrain/domain';
