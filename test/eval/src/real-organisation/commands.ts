import { type CommandParents, printJson } from '../command-line/context.ts';
import { createListParser } from '../command-line/options.ts';
import { addModelOption } from '../seen/open-embedder.ts';
import type { AnalyseOrganisationOptions } from './analyse-organisation.ts';

const description = `Run the product's pipeline over the incidents and reverts of one organisation, as an import does, and write its
predictions: reverts.jsonl, events.jsonl, causes.jsonl, groups.jsonl; and for a person to read, patterns.md, the 30 most
harmful patterns with their members, and reports/, the reports of these patterns. Prints one line of JSON; with labels, also the scores of the predictions beside peers.
Takes up to a minute for some thousand records, and with labels twice as long.`;

export function addOrganisationCommand({ program, context }: CommandParents): void {
  const { resolveFile } = context;
  addModelOption(program.command('org'), resolveFile)
    .description(description)
    .option(
      '--incidents <file>',
      'JSON Lines, as refrain import takes them; repeatable',
      createListParser(resolveFile),
      [],
    )
    .option(
      '--reverts <file>',
      'JSON Lines {repo, revert_sha, revert_date, revert_subject, revert_body, reverted_sha, ...}; repeatable',
      createListParser(resolveFile),
      [],
    )
    .option(
      '--labels <folder>',
      'has labels-reverts.jsonl, labels-same-event.jsonl, labels-incidents.jsonl and queries-seen.jsonl. If it also has incidents-SOURCE.jsonl of other organisations, resolutions are found by weights learned from these alone',
      resolveFile,
    )
    .requiredOption('--output <folder>', 'created if missing', resolveFile)
    .action(async (options: AnalyseOrganisationOptions) => {
      const { analyseOrganisation } = await import('./analyse-organisation.ts');
      printJson(context, await analyseOrganisation(options, context));
    });
}
