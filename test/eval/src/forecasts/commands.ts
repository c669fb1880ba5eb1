import { type CommandParents, printJson } from '../command-line/context.ts';
import { parsePositiveWholeNumber } from '../command-line/options.ts';
import { formatUsageExample } from '../command-line/prediction-command.ts';
import type { PredictRecurrenceOptions } from './predict-recurrence.ts';

export function addForecastCommands({ program, measure, context }: CommandParents): void {
  const { resolveFile } = context;
  program
    .command('forecast')
    .description(
      'Backtest forecasts of recurrence, beside peers: {id, start, FIELD} to {id, origin, days, chance, expected, low, high, count, baseRate, poisson, holtWinters}',
    )
    .requiredOption('--input <file>', 'JSON Lines to read', resolveFile)
    .option('--output <file>', 'JSON Lines to write', resolveFile)
    .requiredOption('--by <field>', 'the field whose values are the series: a text, or a list of texts')
    .addHelpText('after', formatUsageExample('forecast', '--input in.jsonl --by service --output out.jsonl'))
    .action(async (options: PredictRecurrenceOptions) => {
      const { predictRecurrence } = await import('./predict-recurrence.ts');
      printJson(context, await predictRecurrence(options));
    });
  measure
    .command('forecasts')
    .description(
      'How good forecasts are on simulated histories whose truth is known, one line of JSON for each kind: means over the seeds. "constant" and "equal" have nothing to find.',
    )
    .option('--seeds <n>', 'number of seeds', parsePositiveWholeNumber, 5)
    .action(async ({ seeds }: { readonly seeds: number }) => {
      const { measureForecasts } = await import('./measure-forecasts.ts');
      measureForecasts(seeds, context);
    });
}
