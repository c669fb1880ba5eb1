import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { Decider } from './decision.ts';
import { StatementKind } from './failure-statements.ts';
import { Instant } from './instant.ts';
import { LinkType } from './link.ts';
import { TitleTemplate } from './title-template.ts';

/** The maximum number of failures that one correction joins, because every clustering reads all joined failures. */
export const maxJoinedFailures = 1_000;
/** The maximum length of a quotation that a person chooses, in UTF-16 units. */
export const maxChosenQuoteLength = 2_000;
const FailureId = z.string().min(1).max(200);
const Joined = z
  .array(FailureId)
  .min(2)
  .max(maxJoinedFailures)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each failure once' });

/** A person's decision about failures, links or patterns, which every later clustering obeys. */
export const CorrectionDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('must_link'), failureIds: Joined }),
  z.strictObject({ kind: z.literal('cannot_link'), failureIds: z.array(z.string()).length(2) }),
  z.strictObject({ kind: z.literal('not_a_failure'), failureId: z.string() }),
  /** States that a revert responds to a failure. A later `not_a_failure` correction overrides it. */
  z.strictObject({ kind: z.literal('is_a_failure'), failureId: z.string() }),
  /** States whether reverts with titles like `template` are failures. A correction of one revert takes precedence. */
  z.strictObject({
    kind: z.literal('title_template'),
    repository: z.string().min(1).max(200),
    template: TitleTemplate,
    areFailures: z.boolean(),
  }),
  /** States that no change of the organisation triggered an incident. */
  z.strictObject({ kind: z.literal('not_change_related'), failureId: z.string() }),
  z
    .strictObject({
      kind: z.literal('cause'),
      /** The pattern whose cause or trigger is decided. The decision also influences how similar failures are judged. */
      patternId: z.string().optional(),
      /** The failure whose cause or trigger is decided. The decision also influences how similar failures are judged. */
      failureId: z.string().optional(),
      /** The decided cause. If it is absent, the current cause stays. */
      cause: Cause.optional(),
      /** The decided trigger. If it is absent, the current trigger stays. */
      trigger: Trigger.optional(),
    })
    .refine(({ patternId, failureId }) => (patternId === undefined) !== (failureId === undefined), {
      error: 'Specify either a patternId or a failureId',
    })
    .refine(({ cause, trigger }) => cause !== undefined || trigger !== undefined, {
      error: 'Specify a cause, a trigger or both',
    }),
  z
    .strictObject({
      kind: z.literal('statement'),
      failureId: FailureId,
      /** The statement that is decided. A correction of the kind `cause` decides the trigger. */
      statement: StatementKind,
      /**
       * The passage of the failure's title or text that makes the statement; null if none does. Each line of the quotation
       * must occur in the title or the first 60,000 characters of the text, apart from white space and markup.
       */
      quote: z.string().trim().min(1).max(maxChosenQuoteLength).nullable(),
      /** The name of the mechanism, only for the statement `mechanism`. Absent if the report states no mechanism. */
      mechanism: z.string().min(1).max(200).optional(),
    })
    .refine(({ statement, mechanism }) => statement === 'mechanism' || mechanism === undefined, {
      error: 'Specify a mechanism only for the statement “mechanism”',
    })
    .refine(
      ({ statement, mechanism, quote }) => statement !== 'mechanism' || mechanism !== undefined || quote === null,
      {
        error: 'Name the mechanism that the quotation states',
      },
    ),
  z
    .strictObject({
      kind: z.literal('rename'),
      /** The pattern that is renamed. */
      patternId: z.string().optional(),
      /** A failure whose pattern is named; used for a pattern that only the next clustering creates. */
      failureId: FailureId.optional(),
      name: z.string().min(1).max(200),
    })
    .refine(({ patternId, failureId }) => (patternId === undefined) !== (failureId === undefined), {
      error: 'Specify either a patternId or a failureId',
    }),
  z.strictObject({
    kind: z.literal('pattern'),
    patternId: z.string(),
    /** `true` confirms the pattern; `false` dismisses it as not worth watching. */
    right: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('link'),
    type: LinkType,
    failureId: z.string(),
    targetId: z.string(),
    right: z.boolean(),
  }),
]);
export type CorrectionDecision = z.infer<typeof CorrectionDecision>;

export const CorrectionKind = z.enum(CorrectionDecision.options.map(({ shape }) => shape.kind.value));

export const Correction = z.object({ id: z.string(), decision: CorrectionDecision, decidedAt: Instant });
export type Correction = z.infer<typeof Correction>;

/** The maximum number of corrections that are stored and undone together. */
export const maxCorrectionsPerSet = 200;

/** The effect that several corrections have together. Other corrections describe themselves. */
export const CorrectionAction = z.enum(['merge', 'split', 'move']);
export type CorrectionAction = z.infer<typeof CorrectionAction>;

/** Corrections that a person made in one step. They are listed as one decision and undone together. */
export const CorrectionSetRequest = z.strictObject({
  decisions: z.array(CorrectionDecision).min(1).max(maxCorrectionsPerSet),
  action: CorrectionAction.optional(),
  /** The pattern that is merged or split, or whose episodes are moved. */
  patternId: z.string().max(200).optional(),
  /** The other pattern of a merge, or the target of a move. */
  otherPatternId: z.string().max(200).optional(),
  /** The number of episodes that a split or move concerns. */
  episodes: z.number().int().positive().optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});
export type CorrectionSetRequest = z.infer<typeof CorrectionSetRequest>;

/** The step in which corrections were made. Its fields are null where they do not apply. */
export const CorrectionSet = z.object({
  id: z.string(),
  action: CorrectionAction.nullable(),
  patternId: z.string().nullable(),
  otherPatternId: z.string().nullable(),
  episodes: z.number().int().positive().nullable(),
  reason: z.string().nullable(),
});
export type CorrectionSet = z.infer<typeof CorrectionSet>;

/** A correction and the author who made it last. The author is null if an earlier version of Refrain stored none. */
export const ListedCorrection = Correction.extend({
  decidedBy: Decider.nullable(),
  /** The step in which the correction was made with others; null if it was made alone. */
  set: CorrectionSet.nullable(),
});
export type ListedCorrection = z.infer<typeof ListedCorrection>;
