import { setTimeout as sleep } from 'node:timers/promises';
import { EncryptionStatus, KeyRotation } from '@refrain/domain';
import type { Command } from 'commander';
import { type CommandEnvironment, type CommandInvocation, setCommandAction } from '../command-environment.ts';
import { formatTable } from '../terminal.ts';

const pollEveryMs = 1_000;

export function addEncryptionKeysCommand(program: Command, context: CommandEnvironment): void {
  const keys = program
    .command('keys')
    .description('Show and rotate the keys that encrypt stored data')
    .addHelpText(
      'after',
      '\nExamples:\n  npx refrain keys status\n  npx refrain keys rotate\n\nBefore a rotation, give all processes the new key, with the former one in REFRAIN_ENCRYPTION_OTHER_KEYS: see docs/operations.md.',
    );
  const show = keys.command('status').description('Show the ids of the keys, and how many values each encrypts');
  setCommandAction(context, show, async ({ createApi, print }) => {
    const status = await createApi().get('/v1/encryption', EncryptionStatus);
    print(status, describe(status));
  });
  const rotate = keys
    .command('rotate')
    .description('Re-encrypt all stored values with the current key')
    .option('--no-wait', 'return immediately; see `keys status` for the progress');
  setCommandAction(
    context,
    rotate,
    async ({ options, createApi, print }: CommandInvocation<{ readonly wait: boolean }>) => {
      const api = createApi();
      const begun = await api.post('/v1/encryption/rotate', {}, KeyRotation);
      if (!options.wait) return print(begun, describeRotation(begun));
      for (let lastDone = -1; ; await sleep(pollEveryMs)) {
        const status = await api.get('/v1/encryption', EncryptionStatus);
        const { rotation } = status;
        if (rotation === null || rotation.state === 'done') {
          if (rotation?.total === 0) context.terminal.note(nothingToDo);
          if (rotation !== null && rotation.unreadable > 0) context.setExitCode(1);
          return print(status, describe(status));
        }
        if (rotation.done !== lastDone) context.terminal.note(`${describeRotation(rotation)}\n`);
        lastDone = rotation.done;
      }
    },
  );
}

const nothingToDo =
  'All values are already encrypted with the current key. To change the key, first give all processes a new one: see docs/operations.md.\n';

function describe({ keys, rotation }: EncryptionStatus): string {
  const table = formatTable(
    keys.map(({ id, values, isPresent, isGiven, isNeeded }) => ({
      key: id,
      values,
      is: isPresent ? 'in use' : isNeeded ? (isGiven ? 'needed' : 'missing') : 'not needed; remove it',
    })),
  );
  return rotation === null ? table : `${table}\n${describeRotation(rotation)}`;
}

function describeRotation({ keyId, state, total, done, unreadable, requestedBy, endedAt }: KeyRotation): string {
  const left = unreadable === 0 ? '' : `; ${unreadable} could not be decrypted with any configured key`;
  return state === 'running'
    ? `Encrypting with ${keyId}: ${done} of ${total} values`
    : `Encrypted with ${keyId}: ${done} values${left} (${requestedBy}, ${endedAt ?? ''})`;
}
