import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { FailureKind } from './failure.ts';
import { Instant } from './instant.ts';

/**
 * The hours of impact of several episodes with an incident: the duration that the text of an incident states, or else the time
 * during which at least one incident of an episode was open. Failed deployments and reverts have no impact of their own.
 */
export const ImpactHours = z.object({
  /** The sum of the hours of all episodes with a known duration. One long episode can dominate the sum. */
  total: z.number().nonnegative(),
  /** The median of the known durations; null if no duration is known. */
  median: z.number().nonnegative().nullable(),
  /** The number of episodes with a known duration. */
  withDuration: z.number().int().nonnegative(),
  /** The number of episodes with an incident. */
  episodes: z.number().int().nonnegative(),
});
export type ImpactHours = z.infer<typeof ImpactHours>;

/** A rate in one cell of the failure map. Fields with such a rate are named after its unit, such as `per100Changes`. */
export const FailureMapRate = z.object({
  /** The observed rate of the cell. */
  observed: z.number().nonnegative(),
  /** The rate of all compared cells together. */
  organisation: z.number().nonnegative(),
  /** The estimated rate of the cell. The fewer data the cell has, the closer it is to the organisation's rate. */
  estimate: z.number().nonnegative(),
  /** The lower end of the 90 % interval of the estimate. */
  low: z.number().nonnegative(),
  /** The upper end of the 90 % interval of the estimate. */
  high: z.number().nonnegative(),
  /** Whether the rate is significantly above the organisation's rate, corrected for the number of cells. */
  isAbove: z.boolean(),
});
export type FailureMapRate = z.infer<typeof FailureMapRate>;

const counted = {
  episodes: z.number().int().nonnegative(),
  hours: ImpactHours,
  /** The ids of counted episodes, sorted by time. In the organisation's failure map, only the newest ten. */
  episodeIds: z.array(z.string()),
};

/** The location. Both fields are null if the location is unknown or does not belong to the team of the filter. */
const place = {
  service: z.string().nullable(),
  /** The repository as `owner/name`, if it is unknown which service runs from the repository. */
  repository: z.string().nullable(),
};

const FailureMapCell = z.object({
  ...place,
  ...counted,
  /** Episodes per 100 changes; null if the location or its changes are unknown. */
  per100Changes: FailureMapRate.nullable(),
  per30Days: FailureMapRate.nullable(),
  /** Episodes of this cause or trigger per 100 episodes of the location; null if the location is unknown. */
  per100Episodes: FailureMapRate.nullable(),
  /**
   * Whether failures are unusually frequent in this cell: the rates per day and per 100 changes are both above those of
   * the organisation. If the number of changes is unknown, the rate per 100 episodes replaces the rate per 100 changes.
   */
  standsOut: z.boolean(),
});

/** The failures at one location: those of one cause, those of one trigger, or all. */
export type FailureMapCell = z.infer<typeof FailureMapCell>;

export const FailureMapCauseCell = FailureMapCell.extend({ cause: Cause });
export const FailureMapTriggerCell = FailureMapCell.extend({ trigger: Trigger });

/** A folder whose changes fail more often than those of the rest of its repository. */
export const PathHotspot = z.object({
  /** The repository as `owner/name`. */
  repository: z.string(),
  /** The folder, without leading or trailing slashes. */
  path: z.string(),
  ...counted,
  /** The number of changes to the folder. */
  changes: z.number().int().nonnegative(),
  /** The number of episodes that would be expected from the folder's share of the repository's changes. */
  expected: z.number().nonnegative(),
  per100Changes: FailureMapRate,
});
export type PathHotspot = z.infer<typeof PathHotspot>;

/** A row of the failure map: a service, or a repository without a known service. */
export const FailureMapRow = z.object({
  ...place,
  /** The number of changes; null if the repositories of the service are unknown. */
  changes: z.number().int().nonnegative().nullable(),
  ...counted,
});
export type FailureMapRow = z.infer<typeof FailureMapRow>;

/** The changes and episodes of each location, with which the counts of one pattern are compared. */
export const FailureMapBaseline = z.object({
  from: Instant,
  until: Instant,
  places: z.array(FailureMapRow.pick({ service: true, repository: true, changes: true, episodes: true })),
});
export type FailureMapBaseline = z.infer<typeof FailureMapBaseline>;

/** A folder that several episodes of a pattern have in common. */
export const SharedFolder = z.object({
  /** The repository as `owner/name`. */
  repository: z.string(),
  path: z.string(),
  /** The ids of the episodes, sorted by time. */
  episodeIds: z.array(z.string()),
});
export type SharedFolder = z.infer<typeof SharedFolder>;

/** The services, repositories and folders in which the failures of a pattern happened. */
export const PatternFailureMap = z.object({
  from: Instant,
  until: Instant,
  /** The locations with episodes. Significant locations come first, then those with the most episodes. */
  cells: z.array(FailureMapCell),
  /** The number of compared locations, including those without episodes. */
  compared: z.number().int().nonnegative(),
  /** Folders, most episodes first. Of nested folders with the same episodes, only the innermost is listed. */
  folders: z.array(SharedFolder),
  /** The number of episodes with known file paths. */
  episodesWithPaths: z.number().int().nonnegative(),
});
export type PatternFailureMap = z.infer<typeof PatternFailureMap>;

/** Selects the episodes of the failure map. An empty filter selects all episodes. */
export const FailureMapFilter = z.object({
  /** Shows only the locations that this team owns. Their rates are still compared with those of the whole organisation. */
  team: z.string().nullable().default(null),
  /** Selects only episodes in this environment. */
  environment: z.string().nullable().default(null),
  /** Selects only episodes with a failure of one of these kinds. */
  kinds: z.array(FailureKind).default([]),
});
export type FailureMapFilter = z.infer<typeof FailureMapFilter>;

/** The episodes of each location by cause and trigger, with the number of changes for comparison. */
export const FailureMap = z.object({
  from: Instant,
  until: Instant,
  days: z.number().nonnegative(),
  filter: FailureMapFilter,
  /** The number of episodes. An episode that affected several services is in the cells of each service. */
  episodes: z.number().int().nonnegative(),
  /** The number of changes of the organisation. */
  changes: z.number().int().nonnegative(),
  /** The rows of the map, most episodes first; the unknown location is last. */
  services: z.array(FailureMapRow),
  /** The cells by cause that have episodes. Significant cells come first, then those with the most episodes. */
  causes: z.array(FailureMapCauseCell),
  /** The cells by trigger that have episodes, in the same order as `causes`. */
  triggers: z.array(FailureMapTriggerCell),
  /** Folders whose changes fail often, strongest evidence first. No listed folder contains another listed one. */
  hotspots: z.array(PathHotspot),
  /** The number of compared cells and folders, including those without episodes. */
  compared: z.object({
    causes: z.number().int().nonnegative(),
    triggers: z.number().int().nonnegative(),
    folders: z.number().int().nonnegative(),
  }),
  /** The numbers of episodes and services for which some data are unknown. */
  gaps: z.object({
    withoutService: z.number().int().nonnegative(),
    withoutCause: z.number().int().nonnegative(),
    withoutTrigger: z.number().int().nonnegative(),
    withoutHours: z.number().int().nonnegative(),
    withoutPaths: z.number().int().nonnegative(),
    /** The number of episodes that the filter excluded because their environment is unknown. */
    withoutEnvironment: z.number().int().nonnegative(),
    /** The number of services whose changes are unknown. */
    servicesWithoutChanges: z.number().int().nonnegative(),
  }),
});
export type FailureMap = z.infer<typeof FailureMap>;
