import { z } from 'zod';
import { CatalogueEntry } from './catalogue.ts';
import { Cause, Trigger } from './cause.ts';
import { Change } from './change.ts';
import { CandidateChange, ChangeAssessment, ResolutionAssessment } from './change-assessment.ts';
import { CorrectionSet, ListedCorrection } from './correction.ts';
import { createPageSchema } from './create-page-schema.ts';
import { Decision } from './decision.ts';
import { ListedDigest } from './digest.ts';
import { Failure, FailureKind } from './failure.ts';
import { FailureStatements, ListedMechanism } from './failure-statements.ts';
import { ListedGuardrail, Span } from './guardrail.ts';
import { Improvement, ImprovementState } from './improvement.ts';
import { ImprovementPolicy } from './improvement-policy.ts';
import { Instant } from './instant.ts';
import { FailureLibraryEntry, FailureLibraryFile } from './library.ts';
import { Link } from './link.ts';
import { ObservedPeriod } from './observed.ts';
import { Membership, NamedLineageEvent, Pattern, PatternJudgement, PatternRetirement } from './pattern.ts';
import { ProviderWrite } from './provider-write.ts';
import { ListedCheck } from './pull-check.ts';
import { Recurrence } from './recurrence.ts';
import { ListedReport, ReportDifference } from './report.ts';
import { Resolution } from './resolution.ts';
import { StatedDuration } from './stated-duration.ts';
import { TrendDirection } from './trend.ts';

const count = z.number().int().nonnegative();

/** The highest severity of several episodes, in the word of the provider, and the number of episodes with this severity. */
export const WorstSeverity = z.object({ severity: z.string(), episodes: z.number().int().positive() });
export type WorstSeverity = z.infer<typeof WorstSeverity>;

/** A pattern with the figures that help a reader choose among many. */
export const ListedPattern = Pattern.extend({
  /** A person's latest judgement of the pattern; null if nobody judged it. */
  judgement: PatternJudgement.nullable(),
  /** Whether and how the pattern recurs; null before the first measurement, and if the pattern has too few episodes. */
  recurrence: Recurrence.nullable(),
  /** The trend of the weekly rate of episodes; null while the recorded period is too short. */
  direction: TrendDirection.nullable(),
  /** The probability of at least one more episode within 30 days; null if no forecast is shown. */
  probability30: z.number().min(0).max(1).nullable(),
  /** The number of episodes that began in the period of the list. */
  episodes: count,
  /** The number of episodes in the period of equal length before; null if the recorded history does not contain it. */
  episodesBefore: count.nullable(),
  /** The number of episodes that began in each twelfth of the period of the list, oldest first. */
  timeline: z.array(count),
  /** The sum of the known durations of the episodes in the period of the list, in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** The number of episodes in the period of the list with a known impact. Episodes without an incident have none. */
  timedEpisodes: count,
  /** The highest severity of the episodes in the period of the list; null if none is known. */
  worstSeverity: WorstSeverity.nullable(),
  /** The teams that own the pattern's services or else its repositories, as catalogue files say. */
  teams: z.array(z.string()),
  /** The pattern's improvement; null if none was proposed. */
  improvement: Improvement.pick({ id: true, state: true, issueUrl: true }).nullable(),
});
export type ListedPattern = z.infer<typeof ListedPattern>;
export const PatternsResponse = createPageSchema(ListedPattern).extend({
  /** The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history. */
  period: ObservedPeriod.nullable(),
});
export type PatternsResponse = z.infer<typeof PatternsResponse>;
export const PatternResponse = Pattern.extend({
  /** A person's latest judgement of the pattern; null if nobody judged it. */
  judgement: PatternJudgement.nullable(),
  /** Why the policy proposes no improvement for the pattern; null if an improvement exists, and before the first report. */
  whyNoImprovement: z.string().nullable(),
  lineage: z.array(NamedLineageEvent),
  /** What became of a pattern that no longer exists; null if the pattern exists. */
  retirement: PatternRetirement.nullable(),
});
export type PatternResponse = z.infer<typeof PatternResponse>;

function facetOf<Value extends z.ZodType>(value: Value) {
  return z.array(z.object({ value, count: z.number().int().positive() }));
}

/**
 * For each filter of the pattern list, its values, each with the number of patterns that have the value and match all
 * other filters. Values are sorted by count, highest first; values without patterns are absent.
 */
export const PatternFacets = z.object({
  /** A pattern counts once for each kind of failure that it contains. */
  kind: facetOf(FailureKind),
  cause: facetOf(Cause),
  trigger: facetOf(Trigger),
  /** Mechanisms by name. Patterns of several services may have the same mechanism. */
  mechanism: facetOf(z.string()),
  /** At most 100 values. A pattern counts for each of its services. */
  service: facetOf(z.string()),
  /** At most 100 values. A pattern counts for each of its repositories. */
  repository: facetOf(z.string()),
  recurrence: facetOf(Recurrence),
  direction: facetOf(TrendDirection),
  judgement: facetOf(z.enum([...PatternJudgement.options, 'none'])),
  improvement: facetOf(z.enum([...ImprovementState.options, 'none'])),
});
export type PatternFacets = z.infer<typeof PatternFacets>;

export const FailureSort = z.enum(['relevance', 'occurredAt', 'duration']);
export type FailureSort = z.infer<typeof FailureSort>;

export const ListedFailure = Failure.extend({
  /** Whether a person decided `isFailure`, either for this failure alone or for all reverts with similar titles. */
  isDecided: z.boolean(),
  patternId: z.string().nullable(),
  /** The name of the failure's pattern; null if the failure is in no pattern. */
  patternName: z.string().nullable(),
  /** Whether the pattern membership is provisional: it is based on similarity until the next clustering decides. */
  isProvisional: z.boolean(),
  /** How long the failure lasted; null while it is unresolved, and if its times have no time of day. */
  durationSeconds: z.number().nonnegative().nullable(),
  /**
   * If `services` is empty: the services of the failure's episode as of the newest measurement, such as those that run
   * from its repository. Otherwise empty.
   */
  episodeServices: z.array(z.string()),
  /** The part of the text around the first word of the query that the title lacks; null if the title has all words, and without a query. */
  excerpt: z.string().nullable(),
});
export type ListedFailure = z.infer<typeof ListedFailure>;
export const FailuresResponse = createPageSchema(ListedFailure);
export type FailuresResponse = z.infer<typeof FailuresResponse>;
/** A change without its author. Null if the change was deleted. */
const ChangeSummary = Change.pick({
  kind: true,
  repository: true,
  environment: true,
  title: true,
  occurredAt: true,
  url: true,
}).nullable();

export const FailureResponse = ListedFailure.omit({ excerpt: true }).extend({
  /** Changes that probably triggered or resolved an incident. Null for other failures and before any clustering. */
  changeAssessment: ChangeAssessment.omit({ failureId: true })
    .extend({
      candidates: z.array(CandidateChange.extend({ change: ChangeSummary })),
      resolvedBy: ResolutionAssessment.extend({ change: ChangeSummary }),
    })
    .nullable(),
  /** How the failure was resolved; null if its text does not say how and no change is linked. */
  resolution: Resolution.nullable(),
  statements: FailureStatements,
  /** How long an incident lasted by its text, which measurements use; null if the text does not say. */
  statedDuration: StatedDuration.nullable(),
  /** Why the failure belongs to its pattern, with confidence and evidence; null if it is in no pattern. */
  membership: Membership.omit({ failureId: true }).nullable(),
  links: z.array(
    Link.extend({
      /** The linked change or failure. The title is null if that change or failure was deleted. */
      other: z.object({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
    }),
  ),
});
export type FailureResponse = z.infer<typeof FailureResponse>;

/** The passages that a person can choose for a statement: the title, and the sentences of the text in their order. */
export const FailureSentencesResponse = z.object({ items: z.array(z.string()) });
export type FailureSentencesResponse = z.infer<typeof FailureSentencesResponse>;

/** The names of all services and repositories with failures or catalogue entries, sorted. */
export const ScopeNamesResponse = z.object({
  services: z.array(z.string()),
  /** Repositories as `owner/name`. */
  repositories: z.array(z.string()),
});

/** The reports of a pattern, newest first. */
export const ReportsResponse = createPageSchema(ListedReport);
export const ReportChangesResponse = z.object({ items: z.array(ReportDifference) });
export const DigestsResponse = createPageSchema(ListedDigest);
export type DigestsResponse = z.infer<typeof DigestsResponse>;
export const FailureLibraryResponse = createPageSchema(FailureLibraryEntry).extend({
  /** The number of patterns that match the filters but teach nothing yet. */
  withoutLesson: z.number().int().nonnegative(),
});
export type FailureLibraryResponse = z.infer<typeof FailureLibraryResponse>;
export const FailureLibraryFilesResponse = z.object({ items: z.array(FailureLibraryFile) });

export const ListedImprovement = Improvement.extend({
  patternName: z.string(),
  /** The services of the pattern. */
  services: z.array(z.string()),
  /** The number of the pattern's episodes in the period; of all episodes if the request chooses no period. */
  episodes: count,
  /** The hours from start to resolution of the incidents of these episodes, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** When the newest failure of the pattern occurred. */
  lastAt: Instant,
  /** The name of the recommended guardrail; null if no guardrail is recommended. */
  guardrailName: z.string().nullable(),
  /** The assumed effort of the guardrail for one service or pipeline, in person-days; null without a guardrail. */
  effortDays: Span.nullable(),
  /** The teams that own the pattern's services or else its repositories, as catalogue files say. */
  teams: z.array(z.string()),
});
export type ListedImprovement = z.infer<typeof ListedImprovement>;
export const ImprovementsResponse = createPageSchema(ListedImprovement).extend({
  /** The period of the figures, rounded to hours; null before the first measurement. Without a chosen period, the recorded history. */
  period: ObservedPeriod.nullable(),
});
export const GuardrailsResponse = createPageSchema(ListedGuardrail);
export const MechanismsResponse = createPageSchema(ListedMechanism);

/** The current policy, who set it and when. `decidedBy` and `decidedAt` are null while the default policy applies. */
export const PolicyResponse = z.object({
  policy: ImprovementPolicy,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type PolicyResponse = z.infer<typeof PolicyResponse>;

export const ProviderWritesResponse = createPageSchema(ProviderWrite);
export type ProviderWritesResponse = z.infer<typeof ProviderWritesResponse>;

export const PullChecksResponse = createPageSchema(ListedCheck);
export type PullChecksResponse = z.infer<typeof PullChecksResponse>;

/** Corrections, oldest decision first. */
export const CorrectionsResponse = createPageSchema(ListedCorrection);
/** The step that was stored, and its corrections in the order of the request. */
export const CorrectionSetResponse = CorrectionSet.extend({ corrections: z.array(ListedCorrection) });
export type CorrectionSetResponse = z.infer<typeof CorrectionSetResponse>;

/** Decisions, newest first. */
export const DecisionsResponse = createPageSchema(Decision);
export type DecisionsResponse = z.infer<typeof DecisionsResponse>;

export const CatalogueResponse = createPageSchema(CatalogueEntry);
export type CatalogueResponse = z.infer<typeof CatalogueResponse>;

export const CatalogueImportResponse = z.object({
  /** The entries of the file that were stored, because their services are known. */
  items: z.array(CatalogueEntry),
  /** The parts of the file that could not be used, each with the reason. */
  problems: z.array(z.string()),
});
export type CatalogueImportResponse = z.infer<typeof CatalogueImportResponse>;

/** Confirms that suggestions were requested. They are computed in the background and then appear in the list of entries. */
export const CatalogueSuggestionResponse = z.object({ asked: z.literal(true) });
