import { z } from 'zod';

/** The weakness in the system that made the failure possible. */
export const Cause = z.enum([
  'code_defect',
  'configuration',
  'capacity',
  'dependency',
  'infrastructure',
  'data',
  'expiry_time',
  'security_access',
  'process',
  'unknown',
]);
export type Cause = z.infer<typeof Cause>;

/**
 * The event that started the failure. It is distinct from the cause: a deployment is a trigger, and the defect that it
 * contained is the cause.
 */
export const Trigger = z.enum([
  'deployment',
  'config_push',
  'traffic',
  'maintenance',
  'dependency_change',
  'hardware',
  'time',
  'unknown',
]);
export type Trigger = z.infer<typeof Trigger>;

const assessed = {
  /** The estimated probability that it is right, in [0, 1]. */
  confidence: z.number().min(0).max(1),
  /** The words and signals that support it, strongest first. */
  evidence: z.array(z.string()),
};

export const LikelyCause = z.object({ cause: Cause, ...assessed });
export type LikelyCause = z.infer<typeof LikelyCause>;
export const LikelyTrigger = z.object({ trigger: Trigger, ...assessed });
export type LikelyTrigger = z.infer<typeof LikelyTrigger>;

export const CauseAssessment = z.object({
  cause: Cause,
  trigger: Trigger,
  /** The estimated probability that the cause is right, in [0, 1]; 0 if it is `unknown`. */
  confidence: z.number().min(0).max(1),
  /** The supporting words of the text, and signals such as a path. */
  evidence: z.array(z.string()),
  /**
   * All candidates that are likely enough to show, most likely first, without `unknown`. Some of them are too unlikely
   * to be the `cause` above.
   */
  causes: z.array(LikelyCause),
  triggers: z.array(LikelyTrigger),
});
export type CauseAssessment = z.infer<typeof CauseAssessment>;
