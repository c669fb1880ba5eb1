import { z } from 'zod';
import { CatalogueEntry } from './catalogue.ts';
import { Cause, Trigger } from './cause.ts';
import { Change } from './change.ts';
import { CandidateChange, ChangeAnswer, EndedBy } from './change-answer.ts';
import { CompletenessDay, Connection, ConnectionHealth, Provider } from './connection.ts';
import { ListedCorrection } from './correction.ts';
import { DeadLetterKind } from './dead-letter.ts';
import { Decision } from './decision.ts';
import { ListedDigest } from './digest.ts';
import { Failure, FailureKind } from './failure.ts';
import { ListedGuardrail } from './guardrail.ts';
import { Improvement, ImprovementState } from './improvement.ts';
import { ImprovementPolicy } from './improvement-policy.ts';
import { Instant } from './instant.ts';
import { LibraryEntry, LibraryFile } from './library.ts';
import { Link } from './link.ts';
import { LineageEvent, Membership, Pattern, PatternJudgement } from './pattern.ts';
import { ProviderWrite } from './provider-write.ts';
import { ListedCheck } from './pull-check.ts';
import { Recurrence } from './recurrence.ts';
import { ListedReport, ReportChange } from './report.ts';
import { TrendDirection } from './trend.ts';

/** What the API answers, for everyone who asks it: the command line, the page, the demo. */

/** Lists count no further: where `total` says this, there may be more. */
export const mostCounted = 10_000;

/** One page of a list. `next` is for `after`, null on the last page; `total` counts all pages, up to 10,000. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int() });
}

export const ReadyAnswer = z.object({ ok: z.literal(true) });

const QueueCounts = z.object({
  waiting: z.number(),
  active: z.number(),
  delayed: z.number(),
  failed: z.number(),
  completed: z.number(),
});

export const StatusAnswer = z.object({
  failures: z.number().int(),
  changes: z.number().int(),
  patterns: z.number().int(),
  /** How many failures are in no pattern: too little speaks for one, or they happened once. Of all but duplicates and what is no failure. */
  unassigned: z.object({ failures: z.number().int(), of: z.number().int() }),
  /** Records that are stored and not yet worked on. */
  pending: z.number().int(),
  queues: z.record(z.string(), QueueCounts),
  /** Whether anything is still on its way to the patterns. */
  busy: z.boolean(),
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;

/** How long the oldest has waited that has not reached the end of a stage, in seconds; 0 where none waits. */
const BacklogAge = z.object({
  /** Records that are stored and not yet read. */
  normalise: z.number(),
  /** Failures that no grouping knows yet. */
  group: z.number(),
  /** Failures that were grouped, and are in no report of their pattern yet. */
  report: z.number(),
});

/** How a connection stands. */
const ConnectionStanding = z.object({
  connectionId: z.string(),
  provider: Provider,
  /** Whether nothing is wrong with it. */
  isActive: z.boolean(),
  /** When an event of its webhook came last; null where none ever did. */
  heardAt: Instant.nullable(),
  /** What the provider says exists of the last 30 days. */
  existing: z.number(),
  /** What of that is stored. */
  stored: z.number(),
  /** Records that could not be read. */
  unreadable: z.number().int(),
});

/** What waits, and for how long. */
export const BacklogAnswer = z.object({
  /** By the name of the queue. */
  queues: z.record(
    z.string(),
    QueueCounts.omit({ completed: true }).extend({
      /** How long the oldest job that is ready to run has been due; 0 where none waits. */
      oldestSeconds: z.number(),
    }),
  ),
  /** Records that are stored and not yet read. */
  pending: z.number().int(),
  lag: BacklogAge,
  /** What was given up and not done since, by kind and queue; none where there is none. */
  deadLetters: z.array(z.object({ kind: DeadLetterKind, queue: z.string(), count: z.number().int() })),
  connections: z.array(ConnectionStanding),
});
export type BacklogAnswer = z.infer<typeof BacklogAnswer>;

export const ConnectionsAnswer = pageOf(Connection);

/** Where the provider sends its events, and what it signs them with; the secret is null while the provider has it alone. */
export const WebhookAnswer = z.object({ url: z.string(), secret: z.string().nullable() });
export type WebhookAnswer = z.infer<typeof WebhookAnswer>;

export const ConnectedAnswer = z.object({
  connection: Connection,
  /** Null for an archive. */
  health: ConnectionHealth.nullable(),
  /** Null for an archive. */
  webhook: WebhookAnswer.nullable(),
});
export type ConnectedAnswer = z.infer<typeof ConnectedAnswer>;

/** What connecting would find; nothing of it is kept. */
export const CheckedAnswer = z.object({
  health: ConnectionHealth,
  /** Those of the visible repositories or services that would be taken in. */
  matched: z.array(z.string()),
  /** Patterns and folders of the scope that fit none of the visible ones. */
  unmatched: z.array(z.string()),
  /** What would be read, each by itself. */
  streams: z.array(z.string()),
});
export type CheckedAnswer = z.infer<typeof CheckedAnswer>;

/** A GitHub App that is about to be made: the address is for a person's browser. */
export const GitHubAppBegunAnswer = z.object({ state: z.string(), url: z.string(), expiresAt: Instant });
export type GitHubAppBegunAnswer = z.infer<typeof GitHubAppBegunAnswer>;

export const GitHubAppAnswer = z.object({
  /** `created`: the App is made and not installed yet. */
  state: z.enum(['waiting', 'created', 'connected']),
  /** Null until it is connected. */
  connection: Connection.nullable(),
});
export type GitHubAppAnswer = z.infer<typeof GitHubAppAnswer>;

/** `subject` is `account`, `permissions`, `scope`, or a stream; `problem` says what is wrong and what to do. */
export const ProblemsAnswer = pageOf(z.object({ subject: z.string(), problem: z.string() }));

export const CompletenessAnswer = z.object({
  since: Instant,
  until: Instant,
  /** What the provider says exists of the days between, and what of that is stored. */
  existing: z.number().int(),
  stored: z.number().int(),
  /** All days on which something is missing, also those outside of the period; newest first. */
  gaps: z.array(CompletenessDay.pick({ stream: true, day: true })),
  /** Days on which there is something, by day, then stream. */
  days: z.array(CompletenessDay),
  /** Streams that were never compared with the provider. */
  uncompared: z.array(z.string()),
});
export type CompletenessAnswer = z.infer<typeof CompletenessAnswer>;

/** How many streams are compared now. */
export const ComparingAnswer = z.object({ streams: z.number().int() });

export const ImportedAnswer = z.object({
  connection: Connection,
  received: z.number().int(),
  /** Those that were not known before. */
  stored: z.number().int(),
});
export type ImportedAnswer = z.infer<typeof ImportedAnswer>;

/** What was received for an archive. */
export const ReceivedAnswer = ImportedAnswer.omit({ connection: true });

/** How many records are read again, and how many cannot be because their payload expired. */
export const ReplayAnswer = z.object({ records: z.number().int(), expired: z.number().int() });

/** Newest first. */
export const UnreadableAnswer = pageOf(
  z.object({
    id: z.string(),
    type: z.string(),
    /** What the sender calls it. */
    deliveryKey: z.string(),
    problem: z.string(),
    receivedAt: Instant,
  }),
);
export type UnreadableAnswer = z.infer<typeof UnreadableAnswer>;

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
