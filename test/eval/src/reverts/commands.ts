import { type CommandParents, printJson } from '../command-line/context.ts';
import { addPredictionCommand } from '../command-line/prediction-command.ts';

const revertsDescription = `Compare the reverts found in a history with a list of reverts, as one line of JSON; "scoreReverts" describes the figures, and a
person has to judge "toRead". With one file, a list of reverts, the history is what the list itself says: for repositories
that the rules were not made on. Merges are skipped there, since nothing says which reverts they bring.`;

const titlesDescription = `List the 30 templates of titles that each repository reverts most often, with the verdicts on their reverts, for a person to
read: the product lists templates with five reverts or more, to be judged at once. Prints a table for each repository; takes
some seconds.`;

export function addRevertCommands({ program, measure, context }: CommandParents): void {
  const { resolveFile } = context;
  addPredictionCommand(program, context, {
    name: 'reverts',
    description:
      'Find the commits that revert others: {repo, sha, date, parents, subject, body, pr} to {sha, mergeShas, revertedShas, revertedPr, isRevertOfRevert, verdict, isFailure, confidence, evidence}',
    truth: 'known reverts to score against, JSON Lines of {revert_sha, reverted_sha}',
    load: async () => (await import('./find-reverts.ts')).findReverts,
  });
  measure
    .command('reverts')
    .description(revertsDescription)
    .argument('<file>', 'JSON Lines of commits, or of reverts if it is the only file')
    .argument('[reverts]', 'JSON Lines {revert_sha, reverted_sha}')
    .action(async (file: string, reverts: string | undefined) => {
      const { measureReverts } = await import('./measure-reverts.ts');
      const paths = reverts === undefined ? [null, resolveFile(file)] : [resolveFile(file), resolveFile(reverts)];
      printJson(context, await measureReverts(...(paths as [string | null, string])));
    });
  measure
    .command('revert-titles')
    .description(titlesDescription)
    .argument('<files...>', 'JSON Lines of reverts')
    .action(async (files: readonly string[]) => {
      const { measureRevertTitles } = await import('./measure-revert-titles.ts');
      await measureRevertTitles(files.map(resolveFile), context);
    });
}
