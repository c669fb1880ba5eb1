import { AppError, maxSearchTextLength, SearchResponse } from '@refrain/domain';
import { type Command, InvalidArgumentError } from 'commander';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { describeSearchResult } from './describe-search-result.ts';

interface SeenOptions {
  readonly limit: number;
  readonly service?: string;
  readonly environment?: string;
}

const help = `
Examples:
  npx refrain seen "HikariPool-1: connection is not available"
  kubectl logs deploy/checkout --tail 50 | npx refrain seen -
  npx refrain seen https://acme.pagerduty.com/incidents/PABC123 --limit 3
  npx refrain seen <id of a failure> --json

Prints the most similar failures, how each was resolved, and why it counts as similar. URLs are looked up only in stored
data. The first line of a text counts most. A search without a match also exits with 0.`;

export function addSeenCommand(program: Command, context: CommandEnvironment): void {
  const seen = program
    .command('seen')
    .description('Search for earlier failures, and how they were resolved')
    .argument(
      '<what...>',
      'a text, the id of a failure, the URL of an issue, pull request, run or incident, or - to read a text from standard input',
    )
    .option('--limit <count>', 'maximum number of matches, 1 to 50', parseMatches, 5)
    .option('--service <name>', 'only failures of this service')
    .option('--environment <name>', 'only failures in this environment')
    .addHelpText('after', help);
  setCommandAction(
    context,
    seen,
    async ({ options, createApi, print }: CommandInvocation<SeenOptions>, words: string[]) => {
      const { limit, service, environment } = options;
      const subject = await readQuestion(context, words.join(' ').trim());
      const question = { ...subject, limit, ...(service && { service }), ...(environment && { environment }) };
      const answer = await createApi().post('/v1/search', question, SearchResponse);
      print(answer, describeSearchResult(answer));
    },
  );
}

type Asked = { readonly text: string } | { readonly failureId: string } | { readonly url: string };

async function readQuestion(context: CommandEnvironment, what: string): Promise<Asked> {
  if (/^https?:\/\/\S+$/iu.test(what)) return { url: what };
  if (/^[a-z2-7]{24}$/u.test(what)) return { failureId: what };
  const text = (what === '-' ? await context.readStandardInput() : what).trim();
  if (text === '') {
    throw new AppError('invalid_input', 'There is nothing to search for. Enter a text, or pass - and pipe a text in.');
  }
  if (text.length > maxSearchTextLength) {
    context.terminal.note(`Only the first ${maxSearchTextLength} characters are compared.\n`);
  }
  return { text: text.slice(0, maxSearchTextLength) };
}

function parseMatches(text: string): number {
  const count = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 50) return count;
  throw new InvalidArgumentError('Enter a whole number from 1 to 50.');
}
