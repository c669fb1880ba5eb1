import { CostSettings } from '@refrain/domain';
import { type EnvironmentVariables, PlatformEnvironment, readEnvironment, toPlatformConfig } from '@refrain/process';
import { z } from 'zod';

const AnalysisEnvironment = PlatformEnvironment.extend({
  REFRAIN_COST_SETTINGS: z
    .string()
    .optional()
    .transform((text, context) => {
      try {
        return JSON.parse(text?.trim() || '{}') as unknown;
      } catch {
        context.addIssue('must be JSON such as {"timeZone": "Europe/Berlin"}');
        return z.NEVER;
      }
    })
    .pipe(CostSettings.strict()),
});

export function loadConfig(environment: EnvironmentVariables) {
  const read = readEnvironment(AnalysisEnvironment, environment);
  return { ...toPlatformConfig(read), costSettings: read.REFRAIN_COST_SETTINGS };
}
