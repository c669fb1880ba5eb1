import { type CommandParents, printJson } from '../command-line/context.ts';
import { createListParser, parseWholeNumber } from '../command-line/options.ts';
import type { MeasurePrecheckOptions } from './measure-precheck.ts';

const description = `Replay real histories of commits and ask of each change, by what was known before it landed: does it resemble what was
reverted earlier? Scores the answers against what was reverted later: precision, recall, and lift over the base rate at
alert rates of .5 to 20 %, each from thresholds of the past only, with 90 % intervals from blocks of four weeks; beside
simple rules. Generated organisations, whose changes have paths, show what paths add. Progress goes to standard error, one
line of JSON to standard output. Takes a minute or two.`;

export function addPrecheckCommand({ program, context }: CommandParents): void {
  const { resolveFile } = context;
  program
    .command('precheck')
    .description(description)
    .option(
      '--data <commits>',
      'JSON Lines {repo, sha, date, parents, subject, body, pr} instead of the files in ../shared/data; repeatable',
      createListParser(resolveFile),
      [],
    )
    .option(
      '--truth <reverts>',
      'JSON Lines {revert_sha, reverted_sha}: what was reverted, for each --data in its order. Without it the truth is a file reverts-NAME beside commits-NAME, or else the reverts that the product detects',
      createListParser(resolveFile),
      [],
    )
    .option('--detected', 'use the reverts that the product detects as the truth, even if there is a list')
    .option('--seed <n>', 'seed of the intervals', parseWholeNumber, 1)
    .action(async (options: MeasurePrecheckOptions) => {
      const { measurePrecheck } = await import('./measure-precheck.ts');
      const result = await measurePrecheck(options, context);
      if (result !== null) printJson(context, result);
    });
}
