import { Autocomplete, Button, Modal, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { refresh } from '../api/query-client.ts';
import { refrain } from '../api/refrain.ts';
import { DayField } from '../list/day-field.tsx';
import { usePlaces } from '../list/use-places.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { tell } from '../parts/tell.tsx';
import { describePeriod } from '../words/describe-period.ts';
import { namesOf } from '../words/design-words.ts';
import { type DigestPeriodKind, type DigestScopeKind, periodWords, scopeWords } from './digest-words.ts';

/** Has a digest written of any week or month; whoever lists them is told to look out for it. */
export function WriteDigest({ onAsked }: { onAsked(): void }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>Write one now</Button>
      <Modal opened={isOpen} onClose={close} title="Write a digest" closeButtonProps={{ 'aria-label': 'Close' }}>
        <WriteForm
          onAsked={() => {
            close();
            onAsked();
          }}
        />
      </Modal>
    </>
  );
}

function WriteForm({ onAsked }: { onAsked(): void }) {
  const [period, setPeriod] = useState<DigestPeriodKind>('week');
  const [kind, setKind] = useState<DigestScopeKind>('organisation');
  const [name, setName] = useState('');
  const [day, setDay] = useState<string | undefined>(() => new Date().toISOString().slice(0, 10));
  const { services, want } = usePlaces();
  const ask = refrain.useMutation('post', '/v1/digests', {
    onSuccess({ period: asked }) {
      tell({
        message: `The digest of ${describePeriod(asked)} is being written: it shows in the list once it is there.`,
      });
      onAsked();
      return refresh('/v1/digests');
    },
  });
  const isWhole = day !== undefined && (kind === 'organisation' || name.trim() !== '');
  const send = () => {
    if (!isWhole) return;
    const scope = kind === 'organisation' ? { kind } : { kind, name: name.trim() };
    // Periods are counted in UTC: noon is within the day that was meant.
    ask.mutate({ body: { period, scope, at: `${day}T12:00:00.000Z` } });
  };
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SegmentedControl
        aria-label="Period"
        fullWidth
        data={namesOf(periodWords).map((value) => ({ value, label: `A ${periodWords[value]}` }))}
        value={period}
        onChange={setPeriod}
      />
      <DayField label={`A day in that ${periodWords[period]}`} day={day} choose={setDay} />
      <NativeSelect
        label="Of"
        data={namesOf(scopeWords).map((value) => ({ value, label: scopeWords[value] }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as DigestScopeKind)}
      />
      {kind !== 'organisation' && (
        <Autocomplete
          label={kind === 'team' ? 'Team, as CODEOWNERS and catalog-info files name it' : 'Service'}
          required
          data={kind === 'team' ? [] : [...new Set(services)]}
          limit={50}
          value={name}
          onFocus={want}
          onChange={setName}
        />
      )}
      <Text size="sm" c="dimmed">
        A digest never changes. If this one was written before, it is written anew with what is known now.
      </Text>
      {ask.error && <ProblemNotice error={ask.error} retry={send} />}
      <Button type="submit" loading={ask.isPending} disabled={!isWhole}>
        Write it
      </Button>
    </Stack>
  );
}
