import { type CommandParents, printJson } from '../command-line/context.ts';
import type { AnswerSearchQueriesOptions } from './answer-search-queries.ts';
import { addModelOption } from './open-embedder.ts';

export function addSeenCommand({ program, context }: CommandParents): void {
  const { resolveFile } = context;
  addModelOption(program.command('seen'), resolveFile)
    .description(
      'Answer "was this seen before?" over past failures, as POST /v1/search does after they are imported and clustered. Prints one line of JSON.',
    )
    .requiredOption(
      '--input <records>',
      'JSON Lines {id, title, text, created, kind?, paths?, repository?}; a kind is incident, failed_deployment or reverted_change. Reverts that do not answer a failure are skipped, as in an import',
      resolveFile,
    )
    .requiredOption(
      '--questions <file>',
      'JSON Lines {query, text}: the number and the words of each question',
      resolveFile,
    )
    .requiredOption(
      '--output <file>',
      'JSON Lines {query, neighbours: [{id, score}], said, confidence}; replaced if it exists',
      resolveFile,
    )
    .action(async (options: AnswerSearchQueriesOptions) => {
      const { answerSearchQueries: answerQuestions } = await import('./answer-search-queries.ts');
      printJson(context, await answerQuestions(options));
    });
}
