import { type CommandParents, printJson } from '../command-line/context.ts';
import { parsePositiveWholeNumber, parseWholeNumber } from '../command-line/options.ts';
import type { MeasureEffectsOptions } from './measure-effects.ts';

const description = `Simulate organisations whose patterns are fixed, with a known effect, and measure the verdicts on the fixes: how often "held"
is concluded although nothing changed, over all weekly checks, how many effects are found and how soon, and how often the
intervals cover the truth. Progress goes to standard error, one line of JSON to standard output. Takes about two minutes.`;

export function addEffectCommand({ program, context }: CommandParents): void {
  program
    .command('effect')
    .description(description)
    .option('--seed <n>', 'seed of the simulation', parseWholeNumber, 1)
    .option('--patterns <n>', 'patterns that are picked and fixed for each setting', parsePositiveWholeNumber, 50)
    .action(async (options: MeasureEffectsOptions) => {
      const { measureEffects } = await import('./measure-effects.ts');
      printJson(context, measureEffects(options, context));
    });
}
