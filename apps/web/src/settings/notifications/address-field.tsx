import { PasswordInput, TextInput } from '@mantine/core';
import type { SubscriptionKind } from './subscription-draft.ts';

interface Props {
  readonly kind: SubscriptionKind;
  readonly address: string;
  readonly problem: string | undefined;
  change(address: string): void;
}

/** A field for the address of a subscription. Slack's address is a secret, so it is hidden while it is typed. */
export function AddressField({ kind, address, problem, change }: Props) {
  const field = { label: 'Address', required: true, autoComplete: 'off', value: address, error: problem } as const;
  return kind === 'slack' ? (
    <PasswordInput
      {...field}
      description="A secret: whoever knows it can write in the channel. It is sealed here and never shown again."
      placeholder="https://hooks.slack.com/services/…"
      visibilityToggleButtonProps={{ 'aria-label': 'Show the address' }}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...field}
      type="url"
      description="In https. Only the beginning of it is shown later."
      placeholder="https://example.com/refrain"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
