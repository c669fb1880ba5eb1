import { z } from 'zod';
import { ChangeAssessment, IncidentResolution } from './change-assessment.ts';
import { FailureKind } from './failure.ts';
import { PatternFailureMap } from './failure-map.ts';
import { Backtest } from './forecast.ts';
import { PatternGuardrails } from './guardrail.ts';
import { Improvement } from './improvement.ts';
import { Instant } from './instant.ts';
import { Evidence, LinkType } from './link.ts';
import { PatternMeasurement } from './measurement.ts';
import { Pattern } from './pattern.ts';
import { ReportDocument } from './report-document.ts';
import { StatedDuration } from './stated-duration.ts';
import { StatedPassage } from './stated-passage.ts';
import { TimePrecision } from './time-precision.ts';

/** A failure of a pattern as a report shows it. */
export const ReportMember = z.object({
  failureId: z.string(),
  episodeId: z.string(),
  kind: FailureKind,
  title: z.string(),
  /** The lines of the failure's text that are most relevant to the pattern, with people replaced by roles. */
  excerpt: z.string(),
  services: z.array(z.string()),
  repository: z.string().nullable(),
  occurredAt: Instant,
  resolvedAt: Instant.nullable(),
  /** The precision of `occurredAt` and `resolvedAt`; absent if both are exact. */
  precision: TimePrecision.optional(),
  url: z.string().nullable(),
  /** The priority that people assigned, otherwise the provider's severity. Absent if unknown. */
  severity: z.string().optional(),
  confidence: z.number(),
  /** Why the failure belongs to the pattern. */
  evidence: z.array(Evidence),
  /**
   * Whether a change triggered the incident, and how the incident was resolved. Absent if the failure is no incident,
   * and in old reports.
   */
  answer: ChangeAssessment.pick({ verdict: true, confidence: true, isDecided: true })
    .extend({ resolvedBy: IncidentResolution })
    .optional(),
  /** The passage of the failure's text that states the root cause. Absent without such a passage. */
  statedRootCause: StatedPassage.optional(),
  /** The passage of the failure's text that states the resolution. Absent without such a passage. */
  statedResolution: StatedPassage.optional(),
  /** The mechanism that the failure's text clearly states, with the sentence that states it. Absent without such a sentence. */
  statedMechanism: z.object({ mechanism: z.string(), quote: z.string().nullable() }).optional(),
  /** The sentence that says best what users suffered. Absent if no sentence says it clearly. */
  statedImpact: z.string().optional(),
  /** An action from the report's list of actions that should prevent the failure. Absent if the report lists none. */
  plannedAction: z.string().optional(),
  /** How long the incident lasted according to its text. Absent if the text does not say. */
  statedDuration: StatedDuration.optional(),
});
export type ReportMember = z.infer<typeof ReportMember>;

export const ReportLink = z.object({
  type: LinkType,
  failureId: z.string(),
  targetId: z.string(),
  targetTitle: z.string(),
  targetUrl: z.string().nullable(),
  /** When the linked change or failure occurred. Absent in reports of earlier versions. */
  targetAt: Instant.optional(),
  score: z.number(),
  /** True if a person confirmed the link, otherwise absent. */
  isConfirmed: z.literal(true).optional(),
  evidence: z.array(Evidence),
});
export type ReportLink = z.infer<typeof ReportLink>;

/** An immutable description of a pattern as of one clustering. */
export const PatternReport = z.object({
  pattern: Pattern,
  members: z.array(ReportMember),
  links: z.array(ReportLink),
  /**
   * The hours that each episode lasted, by episode id: those of its incidents or, without one, the time until a deployment
   * succeeded. Episodes of unknown duration are absent.
   */
  episodeHours: z.record(z.string(), z.number()).optional(),
  /** The number of all failures, and the number of failures that belong to a pattern. */
  coverage: z.object({ failures: z.number().int(), inPatterns: z.number().int() }),
  /** The time up to which the report considers failures. */
  asOf: Instant,
  /** The statistics of the pattern; null before the first measurement, absent in reports of earlier versions. */
  measurement: PatternMeasurement.nullable().optional(),
  /** The backtest of the forecasts in this organisation; null if there is none. Absent in reports of earlier versions. */
  backtest: Backtest.nullable().optional(),
  /** Where the failures happened. Absent before the first measurement and in reports of earlier versions. */
  map: PatternFailureMap.optional(),
  /** The recommended guardrails with their evidence. Absent in reports of earlier versions. */
  choice: PatternGuardrails.optional(),
  /**
   * The pattern's improvement when the report was written. Absent if none existed, and in reports of earlier versions.
   */
  improvement: Improvement.pick({
    id: true,
    state: true,
    title: true,
    guardrailId: true,
    repository: true,
    issueNumber: true,
    issueUrl: true,
    fix: true,
    updatedAt: true,
  }).optional(),
  /** The report as sections of text, tables and charts. Absent in reports of earlier versions. */
  document: ReportDocument.optional(),
});
export type PatternReport = z.infer<typeof PatternReport>;

export const StoredReport = z.object({
  id: z.string(),
  patternId: z.string(),
  createdAt: Instant,
  report: PatternReport,
});
export type StoredReport = z.infer<typeof StoredReport>;

/** The newest report of a pattern. */
export const NewestReport = StoredReport.extend({
  /** Whether a newer report is about to be written, because the pattern has changed or is about to be clustered again. */
  isPending: z.boolean(),
});
export type NewestReport = z.infer<typeof NewestReport>;

export const ListedReport = StoredReport.omit({ report: true }).extend({ episodes: z.number().int(), asOf: Instant });
export type ListedReport = z.infer<typeof ListedReport>;

/** One difference between two reports of a pattern. `text` states it in one sentence. */
export const ReportDifference = z.object({
  what: z.enum([
    'episodes',
    'name',
    'lesson',
    'cause',
    'trigger',
    'recurrence',
    'direction',
    'forecast',
    'recommendation',
  ]),
  text: z.string(),
});
export type ReportDifference = z.infer<typeof ReportDifference>;
