import { DataList, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { FailureTime, isDate } from '../components/failure-time.tsx';
import { OutsideLink } from '../components/outside-link.tsx';
import { When } from '../components/when.tsx';
import { count, listSome } from '../labels/count.ts';
import { formatDate, formatDuration } from '../labels/times.ts';

/** What the provider says of it; a fact that nobody knows is left out. */
export function FailureFacts({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const {
    occurredAt,
    resolvedAt,
    precision,
    timing,
    severity,
    urgency,
    responders,
    services,
    repository,
    environment,
  } = failure;
  const after = (at: string | null | undefined) =>
    at ? (
      <>
        after {formatDuration(occurredAt, at)}, <When at={at} />
      </>
    ) : null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Began', <FailureTime key="at" failure={failure} />],
    ['Acknowledged', after(timing?.acknowledgedAt)],
    ['Mitigated', after(timing?.mitigatedAt)],
    ['Resolved', isDate(precision) ? resolvedAt && formatDate(resolvedAt, precision) : after(resolvedAt)],
    ['Reopened', timing?.reopenedAt.map((at) => <When key={at} at={at} />)],
    ['Severity', severity],
    ['Urgency', urgency],
    ['Worked on by', responders === null ? null : count(responders, 'person', 'people')],
    ['Services', services.join(', ')],
    ['Repository', repository],
    ['Environment', environment],
    ['Files', listSome(failure.paths, 5)],
    ['Commit', failure.sha?.slice(0, 12)],
    ['See also', failure.references.map((url) => <Reference key={url} url={url} />)],
  ];
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>What is known of it</Title>
      <DataList gap="xs" labelWidth="8rem">
        {facts
          .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
          .map(([label, value]) => (
            <DataList.Item key={label}>
              <DataList.ItemLabel c="dimmed">{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
      </DataList>
    </Stack>
  );
}

function Reference({ url }: { readonly url: string }) {
  return (
    <div>
      <OutsideLink url={url}>{url.replace(/^https?:\/\//u, '')}</OutsideLink>
    </div>
  );
}
