import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addAudit } from './commands/audit.ts';
import { addBackfill } from './commands/backfill.ts';
import { addCatalogue } from './commands/catalogue.ts';
import { addChecks } from './commands/checks.ts';
import { addCompleteness } from './commands/completeness.ts';
import { addConnect } from './commands/connect.ts';
import { addCorrect } from './commands/correct.ts';
import { addDeadLetters } from './commands/dead-letters.ts';
import { addDigests } from './commands/digests.ts';
import { addDoctor } from './commands/doctor.ts';
import { addErase } from './commands/erase.ts';
import { addFailures } from './commands/failures.ts';
import { addImport } from './commands/import.ts';
import { addImprovements } from './commands/improvements.ts';
import { addKeys } from './commands/keys.ts';
import { addLibrary } from './commands/library.ts';
import { addPatterns } from './commands/patterns.ts';
import { addPolicy } from './commands/policy.ts';
import { addReverts } from './commands/reverts.ts';
import { addSeen } from './commands/seen.ts';
import { addSessions } from './commands/sessions.ts';
import { addSignIn } from './commands/sign-in.ts';
import { addSubscriptions } from './commands/subscriptions.ts';
import { addTokens } from './commands/tokens.ts';
import { addUsers } from './commands/users.ts';
import { addWording } from './commands/wording.ts';
import { addWrites } from './commands/writes.ts';
import { formatError } from './terminal.ts';

const exitCodesHelp =
  '\nExit codes:\n  0  done\n  1  failed, or found a problem\n  2  wrong usage or invalid input\n  3  Refrain or the provider is unreachable, or refuses the credential';

const start = `
Start here:
  npx refrain import incidents.csv --dry-run   see what a file would import
  npx refrain connect github --help            connect an account
  npx refrain patterns                         see which failures recur
  npx refrain seen "connection refused"        see whether it happened before, and how it was resolved`;

const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };

export function createProgram(context: CommandContext): Command {
  const program = new Command('refrain')
    .description('Find the failures that keep coming back.')
    .version(version, '--version', 'print the version')
    .option('--url <url>', 'address of Refrain (default: REFRAIN_URL, or the instance on this machine)')
    .option(
      '--token <token>',
      'API token, which other users of this machine can see here (default: REFRAIN_TOKEN, or that of the instance here)',
    )
    .option('--json', 'print one line of JSON instead of text')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.terminal.out(text),
      writeErr: (text) => context.terminal.note(text),
      outputError: (text, write) => write(formatError(`${text.replace(/^error: /u, '')} (see --help)`)),
    })
    .addHelpText('after', start);
  addConnect(program, context);
  addBackfill(program, context);
  addImport(program, context);
  addPatterns(program, context);
  addFailures(program, context);
  addReverts(program, context);
  addCorrect(program, context);
  addImprovements(program, context);
  addPolicy(program, context);
  addChecks(program, context);
  addWrites(program, context);
  addAudit(program, context);
  addDigests(program, context);
  addLibrary(program, context);
  addSeen(program, context);
  addCatalogue(program, context);
  addCompleteness(program, context);
  addSubscriptions(program, context);
  addUsers(program, context);
  addTokens(program, context);
  addSessions(program, context);
  addSignIn(program, context);
  addKeys(program, context);
  addErase(program, context);
  addDeadLetters(program, context);
  addDoctor(program, context);
  addWording(program, context);
  addHelp(program);
  complete(program, program);
  return program;
}

/** Adds `refrain help`. Commander's own help command prints the help of `connect` for `help connect github`. */
function addHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .description('display help for command')
    .argument('[command...]')
    .action((names: string[]) => {
      let shown = program;
      for (const name of names) {
        const next = shown.commands.find((command) => command.name() === name);
        if (next === undefined) return program.error(`error: unknown command '${name}'`);
        shown = next;
      }
      shown.help();
    });
}

function complete(command: Command, parent: Command): void {
  if (command !== parent) command.copyInheritedSettings(parent);
  command.addHelpText('after', exitCodesHelp);
  for (const child of command.commands) complete(child, command);
}
