import { z } from 'zod';
import { ChangeAssessment, IncidentResolution } from './change-assessment.ts';
import { FailureKind } from './failure.ts';
import { PatternMap } from './failure-map.ts';
import { Backtest } from './forecast.ts';
import { GuardrailChoice } from './guardrail.ts';
import { Improvement } from './improvement.ts';
import { Instant } from './instant.ts';
import { Evidence, LinkType } from './link.ts';
import { PatternMeasurement } from './measurement.ts';
import { Pattern } from './pattern.ts';
import { ReportDocument } from './report-document.ts';
import { StatedResolution } from './resolution.ts';
import { TimePrecision } from './time-precision.ts';

/** A member as a report shows it. */
export const ReportMember = z.object({
  failureId: z.string(),
  episodeId: z.string(),
  kind: FailureKind,
  title: z.string(),
  /** The lines of its text that matter most for the pattern; people are roles in it. */
  excerpt: z.string(),
  services: z.array(z.string()),
  repository: z.string().nullable(),
  occurredAt: Instant,
  resolvedAt: Instant.nullable(),
  /** How precise both times are; absent where they are instants. */
  precision: TimePrecision.optional(),
  url: z.string().nullable(),
  confidence: z.number(),
  /** Why it is here. */
  evidence: z.array(Evidence),
  /** Of an incident: whether a change set it off, and what ended it. Absent in what earlier versions wrote. */
  answer: ChangeAssessment.pick({ verdict: true, confidence: true, isDecided: true })
    .extend({ resolvedBy: IncidentResolution })
    .optional(),
  /** The passage of its text that states its resolution. Absent where none does. */
  statedResolution: StatedResolution.optional(),
});
export type ReportMember = z.infer<typeof ReportMember>;

export const ReportLink = z.object({
  type: LinkType,
  failureId: z.string(),
  targetId: z.string(),
  targetTitle: z.string(),
  targetUrl: z.string().nullable(),
  /** Absent in what earlier versions wrote. */
  targetAt: Instant.optional(),
  score: z.number(),
  /** True where a person confirmed it, otherwise absent. */
  isConfirmed: z.literal(true).optional(),
  evidence: z.array(Evidence),
});
export type ReportLink = z.infer<typeof ReportLink>;

/** An immutable snapshot of a pattern: everything it claims can be opened down to the failures behind it. */
export const PatternReport = z.object({
  pattern: Pattern,
  members: z.array(ReportMember),
  links: z.array(ReportLink),
  /** Failures that are no pattern's member because nothing like them was seen: how complete the picture is. */
  coverage: z.object({ failures: z.number().int(), inPatterns: z.number().int() }),
  /** Up to when failures would be known. */
  asOf: Instant,
  /** The statistics behind it; null before the first, absent in what earlier versions wrote. */
  measurement: PatternMeasurement.nullable().optional(),
  /** How forecasts like its own would have done in the past of this organisation. Absent in what earlier versions wrote. */
  backtest: Backtest.nullable().optional(),
  /** Where it happens. Absent before the first measurement and in what earlier versions wrote. */
  map: PatternMap.optional(),
  /** What is recommended, and what speaks against it. Absent in what earlier versions wrote. */
  choice: GuardrailChoice.optional(),
  /** What is being done about it; absent where nothing is, and in what earlier versions wrote. */
  improvement: Improvement.pick({ id: true, state: true, title: true, issueUrl: true, updatedAt: true }).optional(),
  /** The report as it is read. Absent in what earlier versions wrote. */
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

/** A snapshot as a list shows it. */
export const ListedReport = StoredReport.omit({ report: true }).extend({ episodes: z.number().int(), asOf: Instant });
export type ListedReport = z.infer<typeof ListedReport>;

/** One thing that differs between two reports of a pattern, in a sentence. */
export const ReportChange = z.object({
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
export type ReportChange = z.infer<typeof ReportChange>;
