import { z } from 'zod';

/** The weakness in the system that made a failure possible. */
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

/** The event that started a failure: for example, a deployment. The defect in the deployed code would be the cause. */
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
  /** The estimated probability that this cause or trigger is right, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The words and signals that support this cause or trigger, strongest first. */
  evidence: z.array(z.string()),
};

export const LikelyCause = z.object({ cause: Cause, ...assessed });
export type LikelyCause = z.infer<typeof LikelyCause>;
export const LikelyTrigger = z.object({ trigger: Trigger, ...assessed });
export type LikelyTrigger = z.infer<typeof LikelyTrigger>;

export const CauseAssessment = z.object({
  cause: Cause,
  trigger: Trigger,
  /** The estimated probability that the cause is right, 0 to 1; 0 for the cause `unknown`. */
  confidence: z.number().min(0).max(1),
  /** The words of the text, and signals such as a path, that support the cause. */
  evidence: z.array(z.string()),
  /** All causes that are likely enough to show, most likely first. Some are too unlikely to be the `cause`. */
  causes: z.array(LikelyCause),
  triggers: z.array(LikelyTrigger),
});
export type CauseAssessment = z.infer<typeof CauseAssessment>;
