import { z } from 'zod';
import { CatalogueEntry } from './catalogue.ts';
import { Cause, Trigger } from './cause.ts';
import { Change } from './change.ts';
import { CandidateChange, ChangeAssessment, ResolvedBy } from './change-assessment.ts';
import { ListedCorrection } from './correction.ts';
import { Decision } from './decision.ts';
import { ListedDigest } from './digest.ts';
import { Failure, FailureKind } from './failure.ts';
import { ListedGuardrail } from './guardrail.ts';
import { Improvement, ImprovementState } from './improvement.ts';
import { ImprovementPolicy } from './improvement-policy.ts';
import { Instant } from './instant.ts';
import { LibraryEntry, LibraryFile } from './library.ts';
import { Link } from './link.ts';
import { pageOf } from './page-of.ts';
import { LineageEvent, Membership, Pattern, PatternJudgement } from './pattern.ts';
import { ProviderWrite } from './provider-write.ts';
import { ListedCheck } from './pull-check.ts';
import { Recurrence } from './recurrence.ts';
import { ListedReport, ReportChange } from './report.ts';
import { Resolution } from './resolution.ts';
import { TrendDirection } from './trend.ts';

/** What the API answers, for everyone who asks it: the command line, the page, the demo. */

/** A pattern with what a reader of many decides by. */
export const ListedPattern = Pattern.extend({
  /** What a person said of it the last time; null where nobody has. */
  judgement: PatternJudgement.nullable(),
  /** Where it stands; null before it was measured, and where it has too few episodes. */
  recurrence: Recurrence.nullable(),
  /** Of its pace per week; null where the time that is known is no period yet. */
  direction: TrendDirection.nullable(),
  /** Chance of at least one more episode within 30 days; null where no forecast is shown. */
  probability30: z.number().min(0).max(1).nullable(),
  /** Null where nothing was proposed. */
  improvement: Improvement.pick({ id: true, state: true }).nullable(),
});
export type ListedPattern = z.infer<typeof ListedPattern>;
export const PatternsResponse = pageOf(ListedPattern);
export type PatternsResponse = z.infer<typeof PatternsResponse>;
export const PatternResponse = Pattern.extend({
  /** What a person said of it the last time; null where nobody has. */
  judgement: PatternJudgement.nullable(),
  /** Why the policy proposes no improvement for it; null where there is one, and before there is a report. */
  whyNoImprovement: z.string().nullable(),
  lineage: z.array(LineageEvent),
});

function facetOf<Value extends z.ZodType>(value: Value) {
  return z.array(z.object({ value, count: z.number().int().positive() }));
}

/**
 * By facet, how many patterns a list would have with each of its values, under all else that narrows it; most first. A value
 * that none has is absent.
 */
export const PatternFacets = z.object({
  /** A pattern counts with each kind that it has a failure of. */
  kind: facetOf(FailureKind),
  cause: facetOf(Cause),
  trigger: facetOf(Trigger),
  /** At most 100; a pattern counts with each of its services. */
  service: facetOf(z.string()),
  /** At most 100; a pattern counts with each of its repositories. */
  repository: facetOf(z.string()),
  recurrence: facetOf(Recurrence),
  direction: facetOf(TrendDirection),
  judgement: facetOf(z.enum([...PatternJudgement.options, 'none'])),
  improvement: facetOf(z.enum([...ImprovementState.options, 'none'])),
});
export type PatternFacets = z.infer<typeof PatternFacets>;

export const ListedFailure = Failure.extend({
  /** Whether a person decided that it is a failure or none, alone or with all whose titles are alike. */
  isDecided: z.boolean(),
  patternId: z.string().nullable(),
  /** As people or Refrain call its pattern; null where it is in none. */
  patternName: z.string().nullable(),
  /** Whether it is in its pattern by likeness alone, until the next regrouping confirms or moves it. */
  isProvisional: z.boolean(),
});
export const FailuresResponse = pageOf(ListedFailure);
export type FailuresResponse = z.infer<typeof FailuresResponse>;
/** A change as it is told beside an incident: what, where and when; not whose. Null where it is gone. */
const ChangeSummary = Change.pick({
  kind: true,
  repository: true,
  environment: true,
  title: true,
  occurredAt: true,
  url: true,
}).nullable();

export const FailureResponse = ListedFailure.extend({
  /** What is said of an incident and the changes around it; null for others, and until a regrouping has looked at it. */
  changeAssessment: ChangeAssessment.omit({ failureId: true })
    .extend({
      candidates: z.array(CandidateChange.extend({ change: ChangeSummary })),
      resolvedBy: ResolvedBy.extend({ change: ChangeSummary }),
    })
    .nullable(),
  /** Null where its text states none and no change is linked. */
  resolution: Resolution.nullable(),
  /** How surely it is in its pattern, and why; null where it is in none. */
  membership: Membership.omit({ failureId: true }).nullable(),
  links: z.array(
    Link.extend({
      /** What stands at the far end: the change, or the other failure. Without a title where it is gone. */
      other: z.object({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
    }),
  ),
});
export type FailureResponse = z.infer<typeof FailureResponse>;

/** Names of what fails and of what is in the catalogue, sorted, to choose from. */
export const ScopeNamesResponse = z.object({
  services: z.array(z.string()),
  /** `owner/name`. */
  repositories: z.array(z.string()),
});
export type ScopeNamesResponse = z.infer<typeof ScopeNamesResponse>;

/** Snapshots of a pattern's report, newest first. */
export const ReportsResponse = pageOf(ListedReport);
export const ReportChangesResponse = z.object({ items: z.array(ReportChange) });
export const DigestsResponse = pageOf(ListedDigest);
export type DigestsResponse = z.infer<typeof DigestsResponse>;
export const LibraryResponse = pageOf(LibraryEntry);
export type LibraryResponse = z.infer<typeof LibraryResponse>;
export const LibraryFilesResponse = z.object({ items: z.array(LibraryFile) });

export const ImprovementsResponse = pageOf(Improvement);
export const GuardrailsResponse = pageOf(ListedGuardrail);

/** The policy as it is, and who set it: null while it is the product's own. */
export const PolicyResponse = z.object({
  policy: ImprovementPolicy,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type PolicyResponse = z.infer<typeof PolicyResponse>;

export const ProviderWritesResponse = pageOf(ProviderWrite);
export type ProviderWritesResponse = z.infer<typeof ProviderWritesResponse>;

export const PullChecksResponse = pageOf(ListedCheck);
export type PullChecksResponse = z.infer<typeof PullChecksResponse>;

/** In the order in which they were decided. */
export const CorrectionsResponse = pageOf(ListedCorrection);

/** Newest first. */
export const DecisionsResponse = pageOf(Decision);
export type DecisionsResponse = z.infer<typeof DecisionsResponse>;

export const CatalogueResponse = pageOf(CatalogueEntry);
export type CatalogueResponse = z.infer<typeof CatalogueResponse>;

export const CatalogueImportResponse = z.object({
  /** What the file says that fits a known service, as it is stored now. */
  items: z.array(CatalogueEntry),
  /** What of the file could not be used, and why. */
  problems: z.array(z.string()),
});
export type CatalogueImportResponse = z.infer<typeof CatalogueImportResponse>;

/** Suggestions are made in the background; they show in the list. */
export const CatalogueSuggestionResponse = z.object({ asked: z.literal(true) });
