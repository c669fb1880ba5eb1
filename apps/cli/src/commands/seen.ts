import { AppError, maxSearchTextLength, SearchResponse } from '@refrain/domain';
import { type Command, InvalidArgumentError } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { describeAnswer } from './describe-answer.ts';

interface SeenOptions extends CommonOptions {
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

Prints the most similar failures, what ended each of them, and why it was taken to be similar. Addresses are looked up in what is
stored; nobody else is asked. Of a text the first line counts most. A search that finds nothing ends with 0 too.`;

export function addSeen(program: Command, context: CommandContext): void {
  program
    .command('seen')
    .description('Say whether something was seen before, and how it was resolved last time')
    .argument(
      '<what...>',
      'a text, the id of a failure, the URL of an issue, pull request, run or incident, or - to read a text',
    )
    .option('--limit <count>', 'how many matches at most, 1 to 50', parseMatches, 5)
    .option('--service <name>', 'only failures of this service')
    .option('--environment <name>', 'only failures in this environment')
    .addHelpText('after', help)
    .action(async (words: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<SeenOptions>();
      const { limit, service, environment } = options;
      const asked = await readQuestion(context, words.join(' ').trim());
      const question = { ...asked, limit, ...(service && { service }), ...(environment && { environment }) };
      const answer = await openApi(context, options).post('/v1/search', question, SearchResponse);
      printResult(context, options, answer, describeAnswer(answer));
    });
}

type Asked = { readonly text: string } | { readonly failureId: string } | { readonly url: string };

async function readQuestion(context: CommandContext, what: string): Promise<Asked> {
  if (/^https?:\/\/\S+$/iu.test(what)) return { url: what };
  if (/^[a-z2-7]{24}$/u.test(what)) return { failureId: what };
  const text = (what === '-' ? await context.readStandardInput() : what).trim();
  if (text === '') {
    throw new AppError('invalid_input', 'There is nothing to look for: give a text, or pipe one in and give -.');
  }
  if (text.length > maxSearchTextLength) {
    context.terminal.note(`Only the first ${maxSearchTextLength} characters are compared.\n`);
  }
  return { text: text.slice(0, maxSearchTextLength) };
}

function parseMatches(text: string): number {
  const count = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= 50) return count;
  throw new InvalidArgumentError('Give a whole number from 1 to 50.');
}
