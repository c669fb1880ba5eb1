import type { CommandParents } from '../command-line/context.ts';
import { parsePositiveWholeNumber, parseWholeNumber } from '../command-line/options.ts';
import type { MeasureMapOptions } from './measure-map.ts';

const description = `How often the failure map of a simulated organisation has a finding: when all cells fail at one rate, and when one cell fails
three times as often with ten episodes expected; and how often an interval covers the rate of its cell. One line of JSON for
each kind of organisation.`;

export function addMapCommand({ measure, context }: CommandParents): void {
  measure
    .command('map')
    .description(description)
    .option('--seed <n>', 'seed of the simulation', parseWholeNumber, 1)
    .option('--maps <n>', 'maps for each kind of organisation', parsePositiveWholeNumber, 400)
    .action(async (options: MeasureMapOptions) => {
      const { measureMap } = await import('./measure-map.ts');
      measureMap(options, context);
    });
}
