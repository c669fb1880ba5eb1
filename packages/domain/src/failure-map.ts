import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { FailureKind } from './failure.ts';
import { Instant } from './instant.ts';

/**
 * Hours of impact of several episodes. An episode lasts while at least one of its incidents or failed deployments is
 * open.
 */
export const ImpactHours = z.object({
  /** The sum over episodes with a known duration. One long episode can dominate it: compare it with the median. */
  total: z.number().nonnegative(),
  /** Null if no episode has a known duration. */
  median: z.number().nonnegative().nullable(),
  /** Episodes with a known duration; the others do not count as 0. */
  told: z.number().int().nonnegative(),
  episodes: z.number().int().nonnegative(),
});
export type ImpactHours = z.infer<typeof ImpactHours>;

/** A rate per exposure, in the unit that the name of its field states. */
export const MapRate = z.object({
  /** The observed rate. */
  observed: z.number().nonnegative(),
  /** The rate over all compared cells together. */
  organisation: z.number().nonnegative(),
  /** The estimated rate of the cell, drawn towards the organisation's rate the more the fewer data there are. */
  estimate: z.number().nonnegative(),
  /** The ends of the 90 % interval of the cell's rate. */
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /**
   * Whether the interval is above the organisation's rate and the difference is significant given the number of cells.
   */
  isAbove: z.boolean(),
});
export type MapRate = z.infer<typeof MapRate>;

const counted = {
  episodes: z.number().int().nonnegative(),
  hours: ImpactHours,
  /** The episodes behind the counts, sorted by time. The map of the organisation has the newest ten. */
  episodeIds: z.array(z.string()),
};

/** The location of a count. Both are null for an unknown location, and for locations outside the filtered team. */
const place = {
  service: z.string().nullable(),
  /** `owner/name`, if it is unknown which service runs from it. */
  repository: z.string().nullable(),
};

const MapCell = z.object({
  ...place,
  ...counted,
  /** Null if the location or its changes are unknown. */
  per100Changes: MapRate.nullable(),
  per30Days: MapRate.nullable(),
  /** The share of this kind among all episodes of the location. Null if the location is unknown. */
  per100Episodes: MapRate.nullable(),
  /**
   * Whether the cell is above the organisation's rate per change and per day, so that frequent or rare changes do not
   * explain it. Without known changes: per day and among the location's own episodes, so that its size does not explain
   * it.
   */
  standsOut: z.boolean(),
});

/** Failures at one location, of one cause or trigger or of all. */
export type MapCell = z.infer<typeof MapCell>;

export const CauseCell = MapCell.extend({ cause: Cause });
export type CauseCell = z.infer<typeof CauseCell>;
export const TriggerCell = MapCell.extend({ trigger: Trigger });
export type TriggerCell = z.infer<typeof TriggerCell>;

/** A folder whose changes fail more often than those of the rest of its repository. */
export const PathHotspot = z.object({
  /** As `owner/name`. */
  repository: z.string(),
  /** A folder without leading or trailing slashes. */
  path: z.string(),
  ...counted,
  /** Changes that touched it. */
  changes: z.number().int().nonnegative(),
  /** The number of episodes that its share of the repository's changes would predict. */
  expected: z.number().nonnegative(),
  per100Changes: MapRate,
});
export type PathHotspot = z.infer<typeof PathHotspot>;

/** A row of the map: a service, or a repository without a known service. */
export const MapService = z.object({
  ...place,
  /** The number of opportunities to fail; null if the repositories of the service are unknown. */
  changes: z.number().int().nonnegative().nullable(),
  ...counted,
});
export type MapService = z.infer<typeof MapService>;

/** The changes and episodes of each location, to which the counts of one pattern are compared. */
export const MapBaseline = z.object({
  from: Instant,
  until: Instant,
  places: z.array(MapService.pick({ service: true, repository: true, changes: true, episodes: true })),
});
export type MapBaseline = z.infer<typeof MapBaseline>;

/** A folder that several episodes of a pattern have in common. */
export const SharedFolder = z.object({
  /** As `owner/name`. */
  repository: z.string(),
  path: z.string(),
  /** Sorted by time. */
  episodeIds: z.array(z.string()),
});
export type SharedFolder = z.infer<typeof SharedFolder>;

/** The locations of a pattern. */
export const PatternMap = z.object({
  from: Instant,
  until: Instant,
  /** Only locations with episodes; significant ones first, then by episodes. */
  cells: z.array(MapCell),
  /** The number of compared locations, including those without episodes. */
  compared: z.number().int().nonnegative(),
  /** Sorted by episodes, most first. Of nested folders with the same episodes only the innermost is listed. */
  folders: z.array(SharedFolder),
  /** Episodes with known file paths. */
  episodesWithPaths: z.number().int().nonnegative(),
});
export type PatternMap = z.infer<typeof PatternMap>;

/** Selects what the map shows; by default everything. */
export const FailureMapFilter = z.object({
  /**
   * An owner of repositories or folders, never a person. Rates are still compared with those of the whole organisation.
   */
  team: z.string().nullable().default(null),
  environment: z.string().nullable().default(null),
  /** Only episodes with a failure of one of these kinds. */
  kinds: z.array(FailureKind).default([]),
});
export type FailureMapFilter = z.infer<typeof FailureMapFilter>;

/** The locations and causes of failures: episode counts with their exposure. */
export const FailureMap = z.object({
  from: Instant,
  until: Instant,
  days: z.number().nonnegative(),
  filter: FailureMapFilter,
  /** The number of episodes in the map. An episode that affected several services is in the cells of each. */
  episodes: z.number().int().nonnegative(),
  /** The number of the organisation's opportunities to fail. */
  changes: z.number().int().nonnegative(),
  /** Sorted by episodes, most first; the unknown location is last. */
  services: z.array(MapService),
  /** Only cells with episodes; significant ones first, then by episodes. */
  causes: z.array(CauseCell),
  triggers: z.array(TriggerCell),
  /** Sorted by certainty, highest first. No listed folder contains another. */
  hotspots: z.array(PathHotspot),
  /** The number of compared cells and folders, including those without episodes. */
  compared: z.object({
    causes: z.number().int().nonnegative(),
    triggers: z.number().int().nonnegative(),
    folders: z.number().int().nonnegative(),
  }),
  /** The data that the map lacks. */
  gaps: z.object({
    withoutService: z.number().int().nonnegative(),
    withoutCause: z.number().int().nonnegative(),
    withoutTrigger: z.number().int().nonnegative(),
    withoutHours: z.number().int().nonnegative(),
    withoutPaths: z.number().int().nonnegative(),
    /** Episodes that the filter excluded because their environment is unknown. */
    withoutEnvironment: z.number().int().nonnegative(),
    /** Services whose changes are unknown. */
    servicesWithoutChanges: z.number().int().nonnegative(),
  }),
});
export type FailureMap = z.infer<typeof FailureMap>;
