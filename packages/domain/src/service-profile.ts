import { z } from 'zod';
import { OwnerFile } from './catalogue.ts';
import { Cause } from './cause.ts';
import { createPageSchema } from './create-page-schema.ts';
import { DeliveryFigures } from './delivery-metrics.ts';
import { Improvement } from './improvement.ts';
import { Instant } from './instant.ts';
import { ObservedPeriod } from './observed.ts';
import { Pattern } from './pattern.ts';
import { Provider } from './provider.ts';
import { Recurrence } from './recurrence.ts';
import { TrendDirection } from './trend.ts';

const count = z.number().int().nonnegative();

export const ServiceSort = z.enum(['episodes', 'impactHours', 'patterns', 'lastAt', 'deployments', 'name']);
export type ServiceSort = z.infer<typeof ServiceSort>;

/** A service, or a repository with failures whose service is unknown. */
export const ServiceSummary = z.object({
  /** The name of the service, or of the repository as `owner/name`. */
  name: z.string(),
  kind: z.enum(['service', 'repository']),
  /** The number of patterns with an episode in the period, without dismissed patterns. */
  patterns: count,
  /** The number of episodes that began in the period. */
  episodes: count,
  /** The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
  episodesBefore: count.nullable(),
  /** The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** The number of episodes in each twelfth of the period, oldest first. */
  timeline: z.array(count).length(12),
  /** When the latest episode began, in the period or before. */
  lastAt: Instant,
  /** The owner teams according to CODEOWNERS and catalogue files, or else to PagerDuty; sorted by name. */
  teams: z.array(z.string()),
  /** The number of production deployments in the last 90 days; null if none is known. */
  deployments: count.nullable(),
});
export type ServiceSummary = z.infer<typeof ServiceSummary>;

export const ServicesResponse = createPageSchema(ServiceSummary).extend({
  /** The period of the figures, rounded to hours; null before the first measurement. */
  period: ObservedPeriod.nullable(),
  /** How many of the services that match the filters have no episode in the period. They are only listed without `minEpisodes`. */
  idle: count,
});
export type ServicesResponse = z.infer<typeof ServicesResponse>;

/** A pattern with its episodes at one service. */
export const ServicePattern = Pattern.pick({ id: true, name: true, cause: true }).extend({
  /** The number of the pattern's episodes in the service in the period. */
  episodes: count,
  /** The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** When the latest episode of the pattern in the service began. */
  lastAt: Instant,
  recurrence: Recurrence.nullable(),
  direction: TrendDirection.nullable(),
  improvement: Improvement.pick({ id: true, state: true }).nullable(),
});
export type ServicePattern = z.infer<typeof ServicePattern>;

/** Another service that is related to a service. At least one of the three statements is present. */
export const RelatedService = z.object({
  name: z.string(),
  /** Whether the service depends on the other service according to a catalogue file. */
  isDependency: z.boolean(),
  /** Whether the other service depends on the service according to a catalogue file. */
  isDependent: z.boolean(),
  /** The number of episodes in the period in which both services failed. */
  sharedEpisodes: count,
});
export type RelatedService = z.infer<typeof RelatedService>;

/** A service with its recurring failures, owners, related services and delivery figures. */
export const ServiceProfile = z.object({
  name: z.string(),
  kind: z.enum(['service', 'repository']),
  /** The period of the figures, rounded to hours. */
  period: ObservedPeriod,
  /** The number of episodes that began in the period. */
  episodes: count,
  /** The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
  episodesBefore: count.nullable(),
  /** How the rate of episodes changed since the period before, by the test of the overview; null without a period before. */
  direction: TrendDirection.nullable(),
  /** The number of episodes in each twelfth of the period, oldest first. */
  timeline: z.array(count).length(12),
  lastAt: Instant.nullable(),
  /** The patterns of the service, those with most impact in the period first, at most 24 hours of each episode; at most 50 patterns. */
  patterns: z.array(ServicePattern),
  /** The number of patterns with an episode in the period, without dismissed patterns. */
  totalPatterns: count,
  /** Episodes of the period by cause, most first. */
  causes: z.array(z.object({ cause: Cause, episodes: count })),
  /** The owner teams, sorted by name. */
  teams: z.array(z.string()),
  /** The kinds of files that name the teams; empty if a provider names them, or if no team is known. */
  teamFiles: z.array(OwnerFile),
  /** The provider that names the teams; null if files in repositories name them, or if no team is known. */
  teamProvider: Provider.nullable(),
  /** The repositories or folders that contain the code of the service. */
  repositories: z.array(z.object({ repository: z.string(), path: z.string().nullable(), isConfirmed: z.boolean() })),
  /** The services that run from the repository; empty for a service. */
  services: z.array(z.string()),
  /** Services that fail in the same episodes, or on which the service depends; at most 12. */
  related: z.array(RelatedService),
  /** The DORA metrics of the repositories with deployments in the last 90 days. */
  delivery: z.array(DeliveryFigures.extend({ repository: z.string() })),
});
export type ServiceProfile = z.infer<typeof ServiceProfile>;
