import { createRequire } from 'node:module';
import { Command } from 'commander';
import type { CommandEnvironment } from './command-environment.ts';
import { addAuditCommand } from './commands/audit.ts';
import { addBackfillCommand } from './commands/backfill.ts';
import { addCatalogueCommand } from './commands/catalogue.ts';
import { addPullRequestChecksCommand } from './commands/checks.ts';
import { addCompletenessCommand } from './commands/completeness.ts';
import { addConnectCommand } from './commands/connect.ts';
import { addCorrectCommand } from './commands/correct.ts';
import { addDeadLettersCommand } from './commands/dead-letters.ts';
import { addDigestsCommand } from './commands/digests.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addEraseCommand } from './commands/erase.ts';
import { addFailuresCommand } from './commands/failures.ts';
import { addImportCommand } from './commands/import.ts';
import { addImprovementsCommand } from './commands/improvements.ts';
import { addEncryptionKeysCommand } from './commands/keys.ts';
import { addFailureLibraryCommand } from './commands/library.ts';
import { addPatternsCommand } from './commands/patterns.ts';
import { addPolicyCommand } from './commands/policy.ts';
import { addRevertsCommand } from './commands/reverts.ts';
import { addSeenCommand } from './commands/seen.ts';
import { addServicesCommand } from './commands/services.ts';
import { addSessionsCommand } from './commands/sessions.ts';
import { addSignInCommand } from './commands/sign-in.ts';
import { addSubscriptionsCommand } from './commands/subscriptions.ts';
import { addTokensCommand } from './commands/tokens.ts';
import { addUsersCommand } from './commands/users.ts';
import { addWordingCommand } from './commands/wording.ts';
import { addProviderWritesCommand } from './commands/writes.ts';
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

export function createProgram(context: CommandEnvironment): Command {
  const program = new Command('refrain')
    .description('Find the failures that keep coming back.')
    .version(version, '--version', 'print the version')
    .option('--url <url>', 'address of Refrain (default: REFRAIN_URL, or the instance on this machine)')
    .option(
      '--token <token>',
      'API token; other users of this machine can see it here (default: REFRAIN_TOKEN, or the token of the instance on this machine)',
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
  addConnectCommand(program, context);
  addBackfillCommand(program, context);
  addImportCommand(program, context);
  addPatternsCommand(program, context);
  addFailuresCommand(program, context);
  addServicesCommand(program, context);
  addRevertsCommand(program, context);
  addCorrectCommand(program, context);
  addImprovementsCommand(program, context);
  addPolicyCommand(program, context);
  addPullRequestChecksCommand(program, context);
  addProviderWritesCommand(program, context);
  addAuditCommand(program, context);
  addDigestsCommand(program, context);
  addFailureLibraryCommand(program, context);
  addSeenCommand(program, context);
  addCatalogueCommand(program, context);
  addCompletenessCommand(program, context);
  addSubscriptionsCommand(program, context);
  addUsersCommand(program, context);
  addTokensCommand(program, context);
  addSessionsCommand(program, context);
  addSignInCommand(program, context);
  addEncryptionKeysCommand(program, context);
  addEraseCommand(program, context);
  addDeadLettersCommand(program, context);
  addDoctorCommand(program, context);
  addWordingCommand(program, context);
  addHelp(program);
  addExitCodesHelp(program, program);
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

function addExitCodesHelp(command: Command, parent: Command): void {
  if (command !== parent) command.copyInheritedSettings(parent);
  command.addHelpText('after', exitCodesHelp);
  for (const child of command.commands) addExitCodesHelp(child, command);
}
