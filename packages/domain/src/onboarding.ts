import { z } from 'zod';

/** The steps after the installation, in the order in which most people take them. */
export const OnboardingStepId = z.enum(['github', 'pagerduty', 'history', 'review', 'routine', 'invite', 'policy']);
export type OnboardingStepId = z.infer<typeof OnboardingStepId>;

export const OnboardingResponse = z.object({
  steps: z.array(z.object({ id: OnboardingStepId, isDone: z.boolean() })),
  /** Whether an admin has hidden the checklist for everyone. */
  isHidden: z.boolean(),
});
export type OnboardingResponse = z.infer<typeof OnboardingResponse>;

export const OnboardingUpdate = z.strictObject({ isHidden: z.boolean() });
export type OnboardingUpdate = z.infer<typeof OnboardingUpdate>;
