import type { Cause } from '@refrain/domain';

/** The systemic step that ends a pattern of this cause: what to change in the system, never whom to blame. */
export const nextStepFor: Readonly<Record<Cause, string>> = {
  code_defect:
    'Write one test that fails in the way all of these failed, at the level where they slipped through, and let the pipeline block on it.',
  configuration:
    'Validate this configuration before it is applied: a schema and a dry run in the pipeline, and a staged roll-out with automatic roll-back.',
  capacity:
    'Put a limit and an alert before the point of saturation, and test the load at which it is reached; shed or queue what exceeds it.',
  dependency:
    'Make the dependency survivable: timeout, bounded retries, a fallback, and a test that runs with it switched off. Pin and stage its updates.',
  infrastructure:
    'Remove the single point that failed, or rehearse its loss until the system recovers from it without a person.',
  data: 'Check the data where it enters or changes shape, and make the migration reversible and rehearsed on a copy of production.',
  expiry_time:
    'Renew it by a machine well before the end, and alert on the days that are left rather than on the failure.',
  security_access:
    'Describe the access as code, test it in the pipeline with the rights of production, and rotate credentials by a machine.',
  process: 'Turn the step that was missed into a check of the pipeline, so that it cannot be skipped under pressure.',
  unknown:
    'Review the episodes below side by side and write down the condition they share; then add a check for it where it can be seen first.',
};
