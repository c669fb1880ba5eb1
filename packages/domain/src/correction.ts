import { z } from 'zod';
import { Cause, Trigger } from './cause.ts';
import { Decider } from './decision.ts';
import { Instant } from './instant.ts';
import { LinkType } from './link.ts';
import { TitleTemplate } from './title-template.ts';

/** Failures that one correction joins: every later run and every list of corrections reads all of them. */
export const maxJoined = 1_000;
const FailureId = z.string().min(1).max(200);
const Joined = z
  .array(FailureId)
  .min(2)
  .max(maxJoined)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each failure once' });

/** What a person decided. A constraint on every later run. */
export const CorrectionDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('must_link'), failureIds: Joined }),
  z.strictObject({ kind: z.literal('cannot_link'), failureIds: z.array(z.string()).length(2) }),
  z.strictObject({ kind: z.literal('not_a_failure'), failureId: z.string() }),
  /** Says that a revert which was judged planned or unclear answers a failure. Of this and `not_a_failure` the later one holds. */
  z.strictObject({ kind: z.literal('is_a_failure'), failureId: z.string() }),
  /** Judges all reverts of a repository whose titles fit a template. A decision on a single one of them overrules it. */
  z.strictObject({
    kind: z.literal('title_template'),
    repository: z.string().min(1).max(200),
    template: TitleTemplate,
    areFailures: z.boolean(),
  }),
  /** That no change of the organisation set an incident off. */
  z.strictObject({ kind: z.literal('not_change_related'), failureId: z.string() }),
  z
    .strictObject({
      kind: z.literal('cause'),
      /** Of a pattern it holds for what it shows, of a failure for that one alone; either teaches how others are judged. */
      patternId: z.string().optional(),
      failureId: z.string().optional(),
      /** What is not given stays as it was judged, or decided before. */
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
    /** Whether it is a pattern; `false`: none that is worth watching. */
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

/** A correction with who made it last; null where that was before it was kept. */
export const ListedCorrection = Correction.extend({ decidedBy: Decider.nullable() });
export type ListedCorrection = z.infer<typeof ListedCorrection>;
