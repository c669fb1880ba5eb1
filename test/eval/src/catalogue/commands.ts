import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, type SeedOptions } from '../command-line/options.ts';

const description = `How well the repositories of services are suggested, one line of JSON: with the names as they are, disguised, with code names
for services, and with their names also removed from all texts, so that only other words and coincidence in time are left.
For each also how well incidents are linked to changes, without a catalogue and with one in which every service is
confirmed.`;

export function addCatalogueCommands({ measure, context }: CommandParents): void {
  addSeedOptions(measure.command('catalogue').description(description), [1, 2, 3]).action(
    async (options: SeedOptions) => {
      const { measureCatalogue } = await import('./measure-catalogue.ts');
      printJson(context, measureCatalogue(options));
    },
  );
}
