import { z } from 'zod';
import { ChangeKind } from './change.ts';
import { Instant } from './instant.ts';
import { TimePrecision } from './time-precision.ts';

/** The passage of a failure's text that states what resolved it. */
export const StatedResolution = z.object({
  /**
   * Verbatim except for white space and markup of lists and tables; line breaks stay. At most 3 sentences and 58 words.
   */
  quote: z.string(),
  /** In [0, 1]: the share of such quotations in which a reader saw the resolution. */
  confidence: z.number().min(0).max(1),
});
export type StatedResolution = z.infer<typeof StatedResolution>;

/**
 * How certain it is that a change resolved a failure: a person confirmed it, its estimated probability is at least .9,
 * or it is only possible.
 */
export const ResolutionCertainty = z.enum(['confirmed', 'nearly_certain', 'possible']);
export type ResolutionCertainty = z.infer<typeof ResolutionCertainty>;

/** A change that is linked to a failure as its resolution. */
export const ResolvingChange = z.object({
  kind: ChangeKind,
  title: z.string(),
  url: z.string().nullable(),
  certainty: ResolutionCertainty,
  /** The strongest evidence for it; null if a person confirmed it. */
  reason: z.string().nullable(),
});
export type ResolvingChange = z.infer<typeof ResolvingChange>;

/** How a failure was resolved, as far as is known. At least one of the two fields is set. */
export const Resolution = z.object({
  /** Null if its text states none. */
  stated: StatedResolution.nullable(),
  /** Null if no change is linked. The revert of a reverted change does not count. */
  change: ResolvingChange.nullable(),
});
export type Resolution = z.infer<typeof Resolution>;

/** The resolution of a pattern's newest failure whose resolution is known. */
export const LatestResolution = Resolution.extend({
  failureId: z.string(),
  occurredAt: Instant,
  precision: TimePrecision,
});
export type LatestResolution = z.infer<typeof LatestResolution>;
