import { AppError, ImprovementPolicy, PolicyResponse } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, setCommandAction } from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

export function addPolicyCommand(program: Command, context: CommandEnvironment): void {
  const policy = program
    .command('policy')
    .description('Show or change the rules by which issues are proposed and opened');
  setCommandAction(context, policy, async ({ createApi, print }) => {
    const response = await createApi().get('/v1/policy', PolicyResponse);
    print(response, describe(response));
  });
  const set = policy
    .command('set')
    .description('Change settings of the policy; all others are kept')
    .argument('<name=value...>', 'names as printed by `refrain policy`; a value is JSON or a word')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain policy set mode=auto maxPerWeek=2   open issues without asking, two a week\n  npx refrain policy set dryRun=true               write nothing, only list the planned writes: npx refrain writes\n  npx refrain policy set fallbackRepository=acme/platform\n  npx refrain policy set \'quietOutside={"timeZone":"Europe/Berlin"}\'',
    );
  setCommandAction(context, set, async ({ createApi, print }, settings: string[]) => {
    const api = createApi();
    const present = await api.get('/v1/policy', PolicyResponse);
    const response = await api.put('/v1/policy', { ...present.policy, ...readSettings(settings) }, PolicyResponse);
    print(response, describe(response));
  });
}

function readSettings(settings: readonly string[]): Record<string, unknown> {
  const names = Object.keys(ImprovementPolicy.shape);
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/su.exec(setting) ?? [];
      if (names.includes(name)) return [name, readValue(value)];
      throw new AppError(
        'invalid_input',
        `Cannot read ${setting}: use name=value, where the name is one of ${names.join(', ')}.`,
      );
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
      ? 'This is the default policy.'
      : `Decided ${decidedAt?.slice(0, 16).replace('T', ' ')} (UTC) by ${decidedBy}.`;
  return `${formatTable(rows)}\n${who} To change it: npx refrain policy set --help`;
}
