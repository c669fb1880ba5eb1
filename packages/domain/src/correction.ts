import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { Decider } from './decision.ts';
import { Instant } from './instant.ts';
import { LinkType } from './link.ts';
import { TitleTemplate } from './title-template.ts';

/**
 * The maximum number of failures that one correction joins; every clustering and every list of corrections reads all of
 * them.
 */
export const maxJoined = 1_000;
const FailureId = z.string().min(1).max(200);
const Joined = z
  .array(FailureId)
  .min(2)
  .max(maxJoined)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each failure once' });

/** A person's decision, which constrains every later clustering. */
export const CorrectionDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('must_link'), failureIds: Joined }),
  z.strictObject({ kind: z.literal('cannot_link'), failureIds: z.array(z.string()).length(2) }),
  z.strictObject({ kind: z.literal('not_a_failure'), failureId: z.string() }),
  /**
   * States that a revert which was judged planned or unclear answers a failure. A later `not_a_failure` overrides it,
   * and the reverse.
   */
  z.strictObject({ kind: z.literal('is_a_failure'), failureId: z.string() }),
  /** Judges all reverts of a repository whose titles match a template. A decision on a single revert overrides it. */
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
      /**
       * A decision on a pattern changes what the pattern shows, a decision on a failure only that failure. Both
       * influence how other failures are judged.
       */
      patternId: z.string().optional(),
      failureId: z.string().optional(),
      /** Absent fields keep the earlier judgement or decision. */
      cause: Cause.optional(),
      trigger: Trigger.optional(),
    })
    .refine(({ patternId, failureId }) => (patternId === undefined) !== (failureId === undefined), {
      error: 'Give either a patternId or a failureId',
    })
    .refine(({ cause, trigger }) => cause !== undefined || trigger !== undefined, {
      error: 'Give a cause, a trigger or both',
    }),
  z.strictObject({ kind: z.literal('rename'), patternId: z.string(), name: z.string().min(1).max(200) }),
  z.strictObject({
    kind: z.literal('pattern'),
    patternId: z.string(),
    /** Whether it is a pattern; `false` dismisses it as not worth watching. */
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

/** A correction with its latest author; null if it predates the recording of authors. */
export const ListedCorrection = Correction.extend({ decidedBy: Decider.nullable() });
export type ListedCorrection = z.infer<typeof ListedCorrection>;
