import { Autocomplete, Button, Flex, Modal, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, invalidateQueries, type Schemas } from '../api/refrain.ts';
import { handleSubmit } from '../components/forms.tsx';
import { notify } from '../components/notify.tsx';
import { ProblemNotice } from '../components/states.tsx';
import {
  type DigestPeriodKind,
  type DigestScopeKind,
  digestPeriodLabels,
  digestScopeLabels,
} from '../labels/describe-digest-period.ts';
import { listLabelKeys } from '../labels/labels.ts';
import { DayField } from '../list/day-field.tsx';
import { useScopeNames } from '../list/filters.tsx';

export function RequestDigestButton() {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>Write digest</Button>
      <Modal opened={isOpen} onClose={close} title="Write a digest" closeButtonProps={{ 'aria-label': 'Close' }}>
        <WriteForm close={close} />
      </Modal>
    </>
  );
}

function WriteForm({ close }: { close(): void }) {
  const navigate = useNavigate();
  const [period, setPeriod] = useState<DigestPeriodKind>('week');
  const [kind, setKind] = useState<DigestScopeKind>('organisation');
  const [name, setName] = useState('');
  const [day, setDay] = useState<string | undefined>(() => new Date().toISOString().slice(0, 10));
  const { services } = useScopeNames();
  const ask = useMutation({
    mutationFn: requestDigest,
    onSuccess(digestId) {
      if (digestId !== null) return navigate({ to: '/digests/$digestId', params: { digestId } });
      notify({ message: 'This is taking longer than usual. The digest appears in the list when it is ready.' });
      close();
    },
    onSettled: () => invalidateQueries('/v1/digests'),
  });
  const isComplete = day !== undefined && (kind === 'organisation' || name.trim() !== '');
  const send = () => {
    if (!isComplete) return;
    const scope = kind === 'organisation' ? { kind } : { kind, name: name.trim() };
    // Periods are in UTC, and noon UTC is within the chosen day.
    ask.mutate({ period, scope, at: `${day}T12:00:00.000Z` });
  };
  return (
    <Stack component="form" onSubmit={handleSubmit(send)}>
      <SegmentedControl
        aria-label="Period"
        fullWidth
        data={listLabelKeys(digestPeriodLabels).map((value) => ({ value, label: `A ${digestPeriodLabels[value]}` }))}
        value={period}
        onChange={setPeriod}
      />
      <Flex gap="sm" wrap="wrap">
        <DayField label={`A day in that ${digestPeriodLabels[period]}`} day={day} choose={setDay} />
        <NativeSelect
          label="Scope"
          flex="1 1 150px"
          data={listLabelKeys(digestScopeLabels).map((value) => ({ value, label: digestScopeLabels[value] }))}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as DigestScopeKind)}
        />
      </Flex>
      {kind !== 'organisation' && (
        <Autocomplete
          label={kind === 'team' ? 'Team (its name in CODEOWNERS or catalog-info.yaml)' : 'Service'}
          required
          data={kind === 'team' ? [] : services}
          limit={50}
          value={name}
          onChange={setName}
        />
      )}
      <Text size="sm" c="dimmed">
        Weeks and months begin and end in UTC. If the digest already exists, Refrain writes another with the current
        data and keeps the earlier one.
      </Text>
      {ask.error && <ProblemNotice error={ask.error} retry={send} />}
      <Button type="submit" loading={ask.isPending} disabled={!isComplete}>
        Write it
      </Button>
    </Stack>
  );
}

interface DigestRequest {
  readonly scope: Schemas['DigestScope'];
  readonly period: DigestPeriodKind;
  readonly at: string;
}

const pollIntervalMs = 1_000;
/** After this number of polls, the existing digest is the result: a new digest with unchanged content is not stored. */
const minPollsForOlder = 8;
const maxPolls = 40;
/** Tolerance of the request time, because the `Date` header of a response has whole seconds. */
const roundingMs = 2_000;

async function requestDigest(body: DigestRequest): Promise<string | null> {
  const { data, response } = await api.POST('/v1/digests', { body });
  if (data === undefined) return null;
  const requestedAt = Date.parse(response.headers.get('date') ?? '') - roundingMs;
  for (let polls = 1; polls <= maxPolls; polls += 1) {
    await new Promise((resolve) => setTimeout(resolve, pollIntervalMs));
    const newest = await findNewest(body.scope, data.period);
    if (newest && (Date.parse(newest.createdAt) >= requestedAt || polls >= minPollsForOlder)) return newest.id;
  }
  return null;
}

async function findNewest(scope: Schemas['DigestScope'], { kind, from }: Schemas['DigestPeriod']) {
  const name = scope.kind === 'organisation' ? {} : { name: scope.name };
  const { data } = await api.GET('/v1/digests', {
    params: { query: { scope: scope.kind, period: kind, ...name, limit: 200 } },
  });
  return data?.items.find(({ period }) => period.from === from);
}
