import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions } from '../command-line/options.ts';
import type { MeasureGuardrailsOptions } from './measure-guardrails.ts';

const description = `How often the guardrail chosen for a pattern of a generated organisation is one that an engineer who knows the theme would
accept, and whether it answers the true cause and trigger. One line of JSON: "assessed" by the assessed cause, "told" with
the true cause known, "wordless" by the assessed cause alone, as a table of causes would choose. "byMinFit" has the share of
patterns with a recommendation, and the precision of the first one, for several values of the lowest fit.`;

export function addGuardrailCommand({ measure, context }: CommandParents): void {
  addSeedOptions(measure.command('guardrails').description(description), [1, 2, 3])
    .option('--list', 'also print each choice')
    .action(async (options: MeasureGuardrailsOptions) => {
      const { measureGuardrails } = await import('./measure-guardrails.ts');
      printJson(context, measureGuardrails(options, context));
    });
}
