import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { FailureKind } from './failure.ts';
import { Instant } from './instant.ts';

/** Hours of impact of several episodes, each as long as at least one of its incidents or failed deployments was on. */
export const ImpactHours = z.object({
  /** Over the episodes that tell. One long episode may be most of it: read it beside the median. */
  total: z.number().nonnegative(),
  /** Null where no episode tells. */
  median: z.number().nonnegative().nullable(),
  /** How many episodes tell how long they were; the others are not counted as 0. */
  told: z.number().int().nonnegative(),
  episodes: z.number().int().nonnegative(),
});
export type ImpactHours = z.infer<typeof ImpactHours>;

/** How often something happened for so much exposure, in the unit that the field which holds it names. */
export const MapRate = z.object({
  /** As it was counted. */
  observed: z.number().nonnegative(),
  /** Of all cells that it is compared with, taken together. */
  organisation: z.number().nonnegative(),
  /** What is thought of the cell: drawn towards the organisation's rate, the more the less is known of it. */
  estimate: z.number().nonnegative(),
  /** Ends of the interval that holds the cell's rate with a chance of 90 %. */
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /** Whether the interval lies above the organisation's rate, and chance among so many cells does not explain it. */
  isAbove: z.boolean(),
});
export type MapRate = z.infer<typeof MapRate>;

const counted = {
  episodes: z.number().int().nonnegative(),
  hours: ImpactHours,
  /** By time: what the counts can be opened down to. In the map of everything the newest ten. */
  episodeIds: z.array(z.string()),
};

/** Where something is counted. Both are null for what no place is known of, and for what is in none of a team's. */
const place = {
  service: z.string().nullable(),
  /** `owner/name`, where it is not known which service runs from it. */
  repository: z.string().nullable(),
};

const MapCell = z.object({
  ...place,
  ...counted,
  /** Null where the changes of the place, or the place, are not known. */
  per100Changes: MapRate.nullable(),
  per30Days: MapRate.nullable(),
  /** Of all episodes of the place: what part of its failures this is. Null where the place is not known. */
  per100Episodes: MapRate.nullable(),
  /**
   * Whether it is above the organisation's rate for each change and for each day: being changed a lot or a little does not
   * explain it. Where changes are not known: for each day and among the place's own episodes, so that it is not only large.
   */
  standsOut: z.boolean(),
});

/** Failures of one kind in one place, whatever the kind. */
export type MapCell = z.infer<typeof MapCell>;

export const CauseCell = MapCell.extend({ cause: Cause });
export type CauseCell = z.infer<typeof CauseCell>;
export const TriggerCell = MapCell.extend({ trigger: Trigger });
export type TriggerCell = z.infer<typeof TriggerCell>;

/** A folder whose changes fail more often than those of the rest of its repository. */
export const PathHotspot = z.object({
  /** `owner/name`. */
  repository: z.string(),
  /** Folder without slashes at its ends. */
  path: z.string(),
  ...counted,
  /** Changes that touched it. */
  changes: z.number().int().nonnegative(),
  /** Episodes that its share of the repository's changes would give. */
  expected: z.number().nonnegative(),
  per100Changes: MapRate,
});
export type PathHotspot = z.infer<typeof PathHotspot>;

/** A row of the map: a service, or a repository of which no service is known. */
export const MapService = z.object({
  ...place,
  /** How often it could have failed; null where the repositories that a service runs from are not known. */
  changes: z.number().int().nonnegative().nullable(),
  ...counted,
});
export type MapService = z.infer<typeof MapService>;

/** What there was to fail, place by place: what the counts of one pattern are held against. */
export const MapBaseline = z.object({
  from: Instant,
  until: Instant,
  places: z.array(MapService.pick({ service: true, repository: true, changes: true, episodes: true })),
});
export type MapBaseline = z.infer<typeof MapBaseline>;

/** A folder that several episodes of a pattern have in common. */
export const SharedFolder = z.object({
  /** `owner/name`. */
  repository: z.string(),
  path: z.string(),
  /** By time. */
  episodeIds: z.array(z.string()),
});
export type SharedFolder = z.infer<typeof SharedFolder>;

/** Where a pattern happens. */
export const PatternMap = z.object({
  from: Instant,
  until: Instant,
  /** Only places in which it happened; those that stand out and those of most episodes first. */
  cells: z.array(MapCell),
  /** Places that were compared, also those in which it did not happen. */
  compared: z.number().int().nonnegative(),
  /** Of most episodes first. Of folders within each other that the same episodes touch, the innermost. */
  folders: z.array(SharedFolder),
  /** How many episodes tell which files they come from. */
  episodesWithPaths: z.number().int().nonnegative(),
});
export type PatternMap = z.infer<typeof PatternMap>;

/** What of the map is shown; everything unless said otherwise. */
export const FailureMapFilter = z.object({
  /** An owner of repositories or folders, never a person. Rates stay compared with those of the whole organisation. */
  team: z.string().nullable().default(null),
  environment: z.string().nullable().default(null),
  /** Episodes with a failure of one of these kinds. */
  kinds: z.array(FailureKind).default([]),
});
export type FailureMapFilter = z.infer<typeof FailureMapFilter>;

/** Where failures happen, and why: counts of episodes with what they are counted against. */
export const FailureMap = z.object({
  from: Instant,
  until: Instant,
  days: z.number().nonnegative(),
  filter: FailureMapFilter,
  /** How many episodes the map counts. One that hit several services is in the cells of each. */
  episodes: z.number().int().nonnegative(),
  /** How often the organisation could have failed. */
  changes: z.number().int().nonnegative(),
  /** Most episodes first; what no place is known of last. */
  services: z.array(MapService),
  /** Only cells in which something happened; those that stand out and those of most episodes first. */
  causes: z.array(CauseCell),
  triggers: z.array(TriggerCell),
  /** Surest first; no folder of another one that is in the list. */
  hotspots: z.array(PathHotspot),
  /** Cells and folders that were compared, also those in which nothing happened. */
  compared: z.object({
    causes: z.number().int().nonnegative(),
    triggers: z.number().int().nonnegative(),
    folders: z.number().int().nonnegative(),
  }),
  /** What is left out of it or not known, for the reader. */
  gaps: z.object({
    withoutService: z.number().int().nonnegative(),
    withoutCause: z.number().int().nonnegative(),
    withoutTrigger: z.number().int().nonnegative(),
    withoutHours: z.number().int().nonnegative(),
    withoutPaths: z.number().int().nonnegative(),
    /** Left out by the filter since their environment is not known. */
    withoutEnvironment: z.number().int().nonnegative(),
    /** Services whose changes are not known. */
    servicesWithoutChanges: z.number().int().nonnegative(),
  }),
});
export type FailureMap = z.infer<typeof FailureMap>;
