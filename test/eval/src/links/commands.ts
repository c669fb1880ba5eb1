import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, type SeedOptions } from '../command-line/options.ts';
import type { MeasureLinksOptions } from './measure-links.ts';

const linkDescription = `Link the failures of generated organisations, whose truth is known: which change caused each incident, if any, what resolved
it, and which failures are one event; also by two simple rules. Progress goes to standard error, one line of JSON to standard
output.`;

const learningDescription = `How well incidents are linked to changes by the number of incidents whose cause a person corrected, one line of JSON. Scores
only incidents that no correction mentions. Measures organisations as they are, incidents without a text, and services with
code names.`;

export function addLinkCommands({ program, measure, context }: CommandParents): void {
  addSeedOptions(program.command('link').description(linkDescription), [201, 202, 203, 204, 205])
    .option('--harder', 'also variants with more changes, with less text, and with services that have code names')
    .action(async (options: MeasureLinksOptions) => {
      const { measureLinks } = await import('./measure-links.ts');
      printJson(context, measureLinks(options, context));
    });
  addSeedOptions(measure.command('link-learning').description(learningDescription), [211, 212, 213]).action(
    async (options: SeedOptions) => {
      const { measureLinkLearning } = await import('./measure-link-learning.ts');
      printJson(context, measureLinkLearning(options));
    },
  );
}
