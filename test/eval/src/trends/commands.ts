import { type CommandParents, printJson } from '../command-line/context.ts';
import { parsePositiveWholeNumber, parseWholeNumber } from '../command-line/options.ts';
import type { MeasureTrendsOptions } from './measure-trends.ts';

const description = `Simulate organisations whose patterns are known to change or not, and measure the verdicts: false alarms and power, and the
same for other methods. Progress goes to standard error, one line of JSON to standard output. Takes a minute or two.`;

export function addTrendCommand({ program, context }: CommandParents): void {
  program
    .command('trend')
    .description(description)
    .option('--seed <n>', 'seed of the simulation', parseWholeNumber, 1)
    .option('--organisations <n>', 'organisations of 200 patterns for each setting', parsePositiveWholeNumber, 10)
    .action(async (options: MeasureTrendsOptions) => {
      const { measureTrends } = await import('./measure-trends.ts');
      printJson(context, measureTrends(options, context));
    });
}
