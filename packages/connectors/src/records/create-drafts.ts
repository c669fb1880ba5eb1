import type { ChangeDraft, FailureDraft } from '@refrain/domain';

const failureDefaults = {
  services: [],
  environment: null,
  paths: [],
  sha: null,
  precision: 'instant',
  timing: null,
  severity: null,
  urgency: null,
  responders: null,
  references: [],
  isFailure: true,
  confidence: 1,
} satisfies Partial<FailureDraft>;

const changeDefaults = {
  environment: null,
  parents: [],
  number: null,
  branch: null,
  base: null,
  paths: [],
  succeeded: null,
} satisfies Partial<ChangeDraft>;

export function createFailureDraft(
  given: Omit<FailureDraft, keyof typeof failureDefaults> & Partial<FailureDraft>,
): FailureDraft {
  // Keeps the order of the fields of `given`, because `scrubParsedPayload` joins their texts in this order.
  return { ...given, ...failureDefaults, ...given };
}

export function createChangeDraft(
  given: Omit<ChangeDraft, keyof typeof changeDefaults> & Partial<ChangeDraft>,
): ChangeDraft {
  return { ...given, ...changeDefaults, ...given };
}
