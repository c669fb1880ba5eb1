import { Autocomplete, Checkbox, Group, NativeSelect, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { readFieldProblems, useFocusInvalidField } from '../../api/field-problems.ts';
import { invalidateQueries, refrain } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { notify } from '../../components/notify.tsx';
import { eventLabels } from '../../labels/event-labels.ts';
import { useScopeNames } from '../../list/filters.tsx';
import {
  listDefaultEvents,
  listSubscribableEvents,
  type SubscriptionDraft,
  type SubscriptionKind,
  type SubscriptionScopeKind,
  toNewSubscription,
} from './subscription-draft.ts';

const fields = ['address', 'events', 'scope'] as const;
const periods = [
  { value: '', label: 'weekly and monthly' },
  { value: 'week', label: 'weekly only' },
  { value: 'month', label: 'monthly only' },
];

export function NewSubscription({ close, onSecret }: { close(): void; onSecret(secret: string | null): void }) {
  const { services } = useScopeNames();
  const [draft, setDraft] = useState<SubscriptionDraft>({
    kind: 'slack',
    address: '',
    events: listDefaultEvents('slack'),
    scope: 'organisation',
    name: '',
    period: '',
  });
  const change = (changes: Partial<SubscriptionDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const adding = refrain.useMutation('post', '/v1/subscriptions', {
    async onSuccess({ secret, subscription }) {
      close();
      onSecret(secret);
      await invalidateQueries('/v1/subscriptions');
      notify({
        message: `${subscription.address} now receives events. Send a test message to check it.`,
      });
    },
  });
  const problems = readFieldProblems(adding.error, fields);
  const unknownName = readUnknownName(adding.error);
  useFocusInvalidField(adding.error);
  const { kind, address, events, scope, name, period } = draft;
  const isComplete = address.trim() !== '' && events.length > 0 && (scope === 'organisation' || name.trim() !== '');
  return (
    <FormModal
      title="Add notification"
      size="lg"
      action="Add"
      isReady={isComplete}
      isPending={adding.isPending}
      error={!unknownName && Object.keys(problems).length === 0 ? adding.error : null}
      close={close}
      submit={() => adding.mutate({ body: toNewSubscription(draft) })}
    >
      <Radio.Group
        label="Recipient"
        value={kind}
        onChange={(chosen) =>
          change({ kind: chosen as SubscriptionKind, events: listDefaultEvents(chosen as SubscriptionKind) })
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio value="slack" label="Slack channel" description="Through a Slack incoming webhook." />
          <Radio
            value="webhook"
            label="Webhook"
            description="A program that receives signed requests (Standard Webhooks)."
          />
        </Stack>
      </Radio.Group>
      <AddressField
        kind={kind}
        address={address}
        problem={problems.address}
        change={(address) => change({ address })}
      />
      <Checkbox.Group
        label="Events"
        value={[...events]}
        onChange={(chosen) => change({ events: chosen })}
        error={problems.events}
      >
        <Stack gap="xs" mt="xs">
          {listSubscribableEvents(kind).map((event) => (
            <Checkbox
              key={event}
              value={event}
              label={eventLabels[event].name}
              description={`When ${eventLabels[event].when}.`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {events.includes('digest_written') && (
        <NativeSelect
          label="Digests"
          data={periods}
          value={period}
          onChange={(event) => change({ period: event.currentTarget.value })}
        />
      )}
      <Radio.Group
        label="Scope"
        value={scope}
        onChange={(chosen) => change({ scope: chosen as SubscriptionScopeKind, name: '' })}
        error={problems.scope}
      >
        <Group gap="md" mt="xs">
          <Radio value="organisation" label="The organisation" />
          <Radio value="service" label="One service" />
          <Radio value="team" label="One team" />
        </Group>
      </Radio.Group>
      {scope !== 'organisation' && (
        <Autocomplete
          label={scope === 'service' ? 'Service' : 'Team'}
          description={scope === 'team' ? 'The name of the team in CODEOWNERS or catalog-info.yaml.' : undefined}
          required
          data={scope === 'service' ? services : []}
          value={name}
          onChange={(entered) => change({ name: entered })}
          error={unknownName}
        />
      )}
    </FormModal>
  );
}

/** Returns the API's message for an unknown service or team, which lists the known names. */
function readUnknownName(error: unknown): string | null {
  return error instanceof ApiProblem && /^No (?:service|team) is /u.test(error.message) ? error.message : null;
}

interface AddressFieldProps {
  readonly kind: SubscriptionKind;
  readonly address: string;
  readonly problem: string | undefined;
  change(address: string): void;
}

/** A field for the address of a subscription. Slack's address is a secret, so it is hidden while it is typed. */
function AddressField({ kind, address, problem, change }: AddressFieldProps) {
  const field = { label: 'Address', required: true, autoComplete: 'off', value: address, error: problem } as const;
  return kind === 'slack' ? (
    <PasswordInput
      {...field}
      description="Anyone who knows this URL can post to the channel. Refrain encrypts it and never shows it again."
      placeholder="https://hooks.slack.com/services/…"
      visibilityToggleButtonProps={{ 'aria-label': 'Show the address' }}
      onChange={(event) => change(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...field}
      type="url"
      description="An https URL. Refrain later shows only its beginning."
      placeholder="https://example.com/refrain"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
