import { Button, Grid, Group, Stack, Text } from '@mantine/core';
import { LinkExternalIcon } from '@primer/octicons-react';
import { useParams } from '@tanstack/react-router';
import { refrain, type Schemas, useProviderOfConnection } from '../api/refrain.ts';
import { FailureHistory } from '../audit/decision-history.tsx';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { ButtonLink } from '../components/links.tsx';
import { LocationLinks } from '../components/location-links.tsx';
import { Page } from '../components/page.tsx';
import { ProblemNotice, QueryState } from '../components/states.tsx';
import { FailureTime, formatFailureDuration, Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { toSafeUrl } from '../labels/format.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { arrangeStatements, listQuotations } from './arrange-statements.ts';
import { FailureLinkList } from './failure-link-list.tsx';
import { FailurePropertyList } from './failure-property-list.tsx';
import { FailureStatus } from './failure-status.tsx';
import { FailureText } from './failure-text.tsx';
import { OpenState } from './open-state.tsx';
import { PatternMembershipDetails } from './pattern-membership-details.tsx';
import { readFailureDecisions } from './read-failure-decisions.ts';
import { WhatHappened } from './what-happened.tsx';

export function FailurePage() {
  const { failureId } = useParams({ from: '/failures/$failureId' });
  const failure = refrain.useQuery('get', '/v1/failures/{id}', { params: { path: { id: failureId } } });
  return (
    <Stack>
      <BackToList to="/failures">All failures</BackToList>
      <QueryState query={failure} what="the failure" height={400}>
        {(known) => <FailureView key={known.id} failure={known} />}
      </QueryState>
    </Stack>
  );
}

function FailureView({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const { id, title, kind, severity } = failure;
  const duration = formatFailureDuration(failure);
  // The changes of a deployment come first if its log states nothing.
  const statesSomething = kind === 'incident' || arrangeStatements(failure).rows.length > 0;
  const corrections = refrain.useQuery('get', '/v1/corrections', { params: { query: { failureId: id, limit: 200 } } });
  // Decisions are shown immediately, before the next clustering applies them.
  const decisions = readFailureDecisions(id, corrections.data?.items ?? []);
  const isFailure = decisions.isFailure ?? failure.isFailure;
  return (
    <Page title={title}>
      <Group justify="space-between" gap="sm">
        <Group gap="xs" c="dimmed">
          <FailureKindBadge kind={kind} />
          <span>
            <FailureTime failure={failure} />
            {duration && `, ${duration}`}
          </span>
          <OpenState failure={failure} />
          {severity && <span>{severity}</span>}
          <span>
            <LocationLinks location={failure} />
          </span>
        </Group>
        <Group gap="xs" className="not-printed">
          <ButtonLink to="/seen-before" search={{ failure: id }}>
            Seen before?
          </ButtonLink>
          <ProviderButton failure={failure} />
          <CopyLinkButton />
          {(isFailure || kind === 'reverted_change' || decisions.isFailure === false) && (
            <VisibleForRole needs="triager">
              <VerdictButton failureId={id} isFailure={isFailure} />
            </VisibleForRole>
          )}
        </Group>
      </Group>
      <FailureStatus failure={failure} decisions={decisions} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="xl">
            {statesSomething && <WhatHappened failure={failure} decisions={decisions} />}
            {kind !== 'incident' && <FailureLinkList failure={failure} decisions={decisions} />}
            {!statesSomething && <WhatHappened failure={failure} decisions={decisions} />}
            <PatternMembershipDetails failure={failure} />
            <FailureText kind={kind} text={failure.text} quotes={listQuotations(failure.statements)} />
            {kind === 'incident' && <FailureLinkList failure={failure} decisions={decisions} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <FailurePropertyList failure={failure} />
            <FailureHistory failureId={id} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Text size="sm" c="dimmed">
        Last changed at the source: <Timestamp at={failure.version} />
      </Text>
    </Page>
  );
}

function ProviderButton({ failure: { url, connectionId } }: { readonly failure: Schemas['FailureResponse'] }) {
  const provider = useProviderOfConnection(connectionId);
  const href = toSafeUrl(url);
  if (href === null) return null;
  return (
    <Button
      component="a"
      variant="default"
      href={href}
      target="_blank"
      rel="noreferrer"
      leftSection={<LinkExternalIcon size={16} aria-hidden />}
    >
      {provider === null || provider.kind === 'files' ? 'Open source' : `Open in ${provider.name}`}
    </Button>
  );
}

/** Lets the user exclude a record that is no failure, such as a drill, or count a planned or unclear revert as a failure. */
function VerdictButton({ failureId, isFailure }: { readonly failureId: string; readonly isFailure: boolean }) {
  const decide = useStoreDecisions();
  const send = () =>
    decide.mutate({
      decisions: [{ kind: isFailure ? 'not_a_failure' : 'is_a_failure', failureId }],
      message: isFailure
        ? 'Marked as not a failure. Patterns will be updated soon.'
        : 'Marked as a failure. Patterns will be updated soon.',
    });
  return (
    <Stack gap="xs">
      <Button variant="default" onClick={send} loading={decide.isPending}>
        {isFailure ? 'Not a failure' : 'Count as a failure'}
      </Button>
      {decide.error && <ProblemNotice error={decide.error} retry={send} />}
    </Stack>
  );
}
