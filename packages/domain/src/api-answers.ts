import { z } from 'zod';
import { CatalogueEntry } from './catalogue.ts';
import { Cause, Trigger } from './cause.ts';
import { Change } from './change.ts';
import { CandidateChange, ChangeAnswer, EndedBy } from './change-answer.ts';
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
  chance30: z.number().min(0).max(1).nullable(),
  /** Null where nothing was proposed. */
  improvement: Improvement.pick({ id: true, state: true }).nullable(),
});
export type ListedPattern = z.infer<typeof ListedPattern>;
export const PatternsAnswer = pageOf(ListedPattern);
export type PatternsAnswer = z.infer<typeof PatternsAnswer>;
export const PatternAnswer = Pattern.extend({
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
  assignedOnArrival: z.boolean(),
});
export const FailuresAnswer = pageOf(ListedFailure);
export type FailuresAnswer = z.infer<typeof FailuresAnswer>;
/** A change as it is told beside an incident: what, where and when; not whose. Null where it is gone. */
const ToldChange = Change.pick({
  kind: true,
  repository: true,
  environment: true,
  title: true,
  occurredAt: true,
  url: true,
}).nullable();

export const FailureAnswer = ListedFailure.extend({
  /** What is said of an incident and the changes around it; null for others, and until a regrouping has looked at it. */
  changeAnswer: ChangeAnswer.omit({ failureId: true })
    .extend({
      candidates: z.array(CandidateChange.extend({ change: ToldChange })),
      endedBy: EndedBy.extend({ change: ToldChange }),
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
export type FailureAnswer = z.infer<typeof FailureAnswer>;

/** Names of what fails and of what is in the catalogue, sorted, to choose from. */
export const PlacesAnswer = z.object({
  services: z.array(z.string()),
  /** `owner/name`. */
  repositories: z.array(z.string()),
});
export type PlacesAnswer = z.infer<typeof PlacesAnswer>;

/** Snapshots of a pattern's report, newest first. */
export const ReportsAnswer = pageOf(ListedReport);
export const ReportChangesAnswer = z.object({ items: z.array(ReportChange) });
export const DigestsAnswer = pageOf(ListedDigest);
export type DigestsAnswer = z.infer<typeof DigestsAnswer>;
export const LibraryAnswer = pageOf(LibraryEntry);
export type LibraryAnswer = z.infer<typeof LibraryAnswer>;
export const LibraryFilesAnswer = z.object({ items: z.array(LibraryFile) });

export const ImprovementsAnswer = pageOf(Improvement);
export const GuardrailsAnswer = pageOf(ListedGuardrail);

/** The policy as it is, and who set it: null while it is the product's own. */
export const PolicyAnswer = z.object({
  policy: ImprovementPolicy,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type PolicyAnswer = z.infer<typeof PolicyAnswer>;

export const ProviderWritesAnswer = pageOf(ProviderWrite);
export type ProviderWritesAnswer = z.infer<typeof ProviderWritesAnswer>;

export const PullChecksAnswer = pageOf(ListedCheck);
export type PullChecksAnswer = z.infer<typeof PullChecksAnswer>;

/** In the order in which they were decided. */
export const CorrectionsAnswer = pageOf(ListedCorrection);

/** Newest first. */
export const DecisionsAnswer = pageOf(Decision);
export type DecisionsAnswer = z.infer<typeof DecisionsAnswer>;

export const CatalogueAnswer = pageOf(CatalogueEntry);
export type CatalogueAnswer = z.infer<typeof CatalogueAnswer>;

export const CatalogueImportedAnswer = z.object({
  /** What the file says that fits a known service, as it is stored now. */
  items: z.array(CatalogueEntry),
  /** What of the file could not be used, and why. */
  problems: z.array(z.string()),
});
export type CatalogueImportedAnswer = z.infer<typeof CatalogueImportedAnswer>;

/** Suggestions are made in the background; they show in the list. */
export const CatalogueAskedAnswer = z.object({ asked: z.literal(true) });
