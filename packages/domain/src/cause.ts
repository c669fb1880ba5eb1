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

export const CauseAssessment = z.object({
  cause: Cause,
  trigger: Trigger,
  /** In [0, 1]; 0 where both are `unknown`. */
  confidence: z.number().min(0).max(1),
  /** The words of the text that led there. */
  evidence: z.array(z.string()),
});
export type CauseAssessment = z.infer<typeof CauseAssessment>;
