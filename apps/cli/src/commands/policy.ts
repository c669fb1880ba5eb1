import { AppError, ImprovementPolicy, PolicyResponse } from '@refrain/domain';
import type { Command } from 'commander';
import {
  type CommandEnvironment,
  createCommandApiClient,
  type GlobalOptions,
  printResult,
} from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

export function addPolicyCommand(program: Command, context: CommandEnvironment): void {
  const policy = program
    .command('policy')
    .description('Show or change the rules by which issues are proposed and opened')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const response = await createCommandApiClient(context, options).get('/v1/policy', PolicyResponse);
      printResult(context, options, response, describe(response));
    });
  policy
    .command('set')
    .description('Change settings of the policy; all others are kept')
    .argument('<name=value...>', 'names as printed by `refrain policy`; a value is JSON or a word')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain policy set mode=auto maxPerWeek=2   open issues without asking, two a week\n  npx refrain policy set dryRun=true               write nothing, only list it: npx refrain writes\n  npx refrain policy set fallbackRepository=acme/platform\n  npx refrain policy set \'quietOutside={"timeZone":"Europe/Berlin"}\'',
    )
    .action(async (settings: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const api = createCommandApiClient(context, options);
      const present = await api.get('/v1/policy', PolicyResponse);
      const wanted = { ...present.policy, ...readSettings(settings) };
      const answer = await api.put('/v1/policy', wanted, PolicyResponse);
      printResult(context, options, answer, describe(answer));
    });
}

function readSettings(settings: readonly string[]): Record<string, unknown> {
  const names = Object.keys(ImprovementPolicy.shape);
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/su.exec(setting) ?? [];
      if (names.includes(name)) return [name, readValue(value)];
      throw new AppError('invalid_input', `Cannot read ${setting}: give name=value, with one of ${names.join(', ')}.`);
    }),
  );
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function describe({ policy, decidedBy, decidedAt }: PolicyResponse): string {
  const rows = Object.entries(policy).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  const who =
    decidedBy === null
      ? 'The policy is the default.'
      : `Decided ${decidedAt?.slice(0, 16).replace('T', ' ')} (UTC) by ${decidedBy}.`;
  return `${formatTable(rows)}\n${who} To change it: npx refrain policy set --help`;
}
