import { setTimeout as sleep } from 'node:timers/promises';
import { EncryptionStatus, KeyRotation } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandContext, type CommonOptions, openApi, printResult } from '../command-context.ts';
import { formatTable } from '../terminal.ts';

const pollEveryMs = 1_000;

/** `refrain keys …`: by which keys what is stored is encrypted. */
export function addKeys(program: Command, context: CommandContext): void {
  const keys = program
    .command('keys')
    .description('By which keys what is stored is encrypted, and encrypting it anew')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain keys status\n  npx refrain keys rotate\n\nFirst give all processes the new key, and the former one among REFRAIN_ENCRYPTION_OTHER_KEYS: docs/operations.md.',
    );
  keys
    .command('status')
    .description('Show the keys by their ids, and how much is encrypted by each')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const status = await openApi(context, options).get('/v1/encryption', EncryptionStatus);
      printResult(context, options, status, describe(status));
    });
  keys
    .command('rotate')
    .description('Encrypt all that is stored anew by the key that is in use now')
    .option('--no-wait', 'end at once; `keys status` tells how far it is')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { readonly wait: boolean }>();
      const api = openApi(context, options);
      const begun = await api.post('/v1/encryption/rotate', {}, KeyRotation);
      if (!options.wait) return printResult(context, options, begun, describeRotation(begun));
      for (let told = -1; ; await sleep(pollEveryMs)) {
        const status = await api.get('/v1/encryption', EncryptionStatus);
        const { rotation } = status;
        if (rotation === null || rotation.state === 'done') {
          if (rotation?.total === 0) context.terminal.note(nothingToDo);
          if (rotation !== null && rotation.unreadable > 0) context.setExitCode(1);
          return printResult(context, options, status, describe(status));
        }
        if (rotation.done !== told) context.terminal.note(`${describeRotation(rotation)}\n`);
        told = rotation.done;
      }
    });
}

const nothingToDo =
  'All was encrypted by the key in use already. To have another one, give all processes a new key first: docs/operations.md.\n';

function describe({ keys, rotation }: EncryptionStatus): string {
  const table = formatTable(
    keys.map(({ id, values, isPresent, isGiven, isNeeded }) => ({
      ...{ key: id, values },
      is: isPresent ? 'in use' : isNeeded ? (isGiven ? 'needed' : 'needed, and not given') : 'not needed: take it away',
    })),
  );
  return rotation === null ? table : `${table}\n${describeRotation(rotation)}`;
}

function describeRotation({ keyId, state, total, done, unreadable, requestedBy, endedAt }: KeyRotation): string {
  const left = unreadable === 0 ? '' : `; ${unreadable} could not be, by any key that is given`;
  return state === 'running'
    ? `Encrypting anew by ${keyId}: ${done} of ${total} values`
    : `Encrypted anew by ${keyId}: ${done} values${left} (${requestedBy}, ${endedAt ?? ''})`;
}
