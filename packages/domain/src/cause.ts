import { z } from 'zod';

/** What in the system allowed the failure. */
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

/** What set it off. Kept apart from the cause: a deployment is a trigger, what it carried is the cause. */
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
  /** Estimated chance that it is right, in [0, 1]. */
  confidence: z.number().min(0).max(1),
  /** The words and signs that led there, strongest first. */
  evidence: z.array(z.string()),
};

export const LikelyCause = z.object({ cause: Cause, ...assessed });
export type LikelyCause = z.infer<typeof LikelyCause>;
export const LikelyTrigger = z.object({ trigger: Trigger, ...assessed });
export type LikelyTrigger = z.infer<typeof LikelyTrigger>;

export const CauseAssessment = z.object({
  cause: Cause,
  trigger: Trigger,
  /** Estimated chance that the cause is right, in [0, 1]; 0 where it is `unknown`. */
  confidence: z.number().min(0).max(1),
  /** The words of the text that led there, and signs such as a path. */
  evidence: z.array(z.string()),
  /** All that are likely enough to be told, likeliest first, without `unknown`. Also some that are not likely enough to be named above. */
  causes: z.array(LikelyCause),
  triggers: z.array(LikelyTrigger),
});
export type CauseAssessment = z.infer<typeof CauseAssessment>;
