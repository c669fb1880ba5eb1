import { Grid, Group, Stack, Text } from '@mantine/core';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { CopyLinkButton } from '../components/copy-link-button.tsx';
import { FailureKindBadge } from '../components/failure-kind-badge.tsx';
import { FailureTime, formatFailureDuration } from '../components/failure-time.tsx';
import { Page } from '../components/page.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { describeLocation } from '../labels/describe-location.ts';
import { DecisionList } from '../pattern/decide/decision-list.tsx';
import { ChangeAssessment } from './change-assessment.tsx';
import { FailurePropertyList } from './failure-property-list.tsx';
import { FailureStatus } from './failure-status.tsx';
import { FailureText } from './failure-text.tsx';
import { LinkList } from './link-list.tsx';
import { MembershipDetails } from './membership-details.tsx';
import { ProviderButton } from './provider-button.tsx';
import { readFailureDecisions } from './read-failure-decisions.ts';
import { Resolution } from './resolution.tsx';
import { VerdictButton } from './verdict-button.tsx';

export function FailureView({ failure }: { readonly failure: Schemas['FailureResponse'] }) {
  const { id, title, kind, changeAssessment } = failure;
  const duration = formatFailureDuration(failure);
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
          <span>{describeLocation(failure)}</span>
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
            <FailureText text={failure.text} />
            <MembershipDetails failure={failure} />
            {changeAssessment && <ChangeAssessment failureId={id} answer={changeAssessment} decisions={decisions} />}
            <Resolution failure={failure} decisions={decisions} />
            <LinkList failure={failure} decisions={decisions} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="lg">
            <FailurePropertyList failure={failure} />
            <DecisionList about={{ failureId: id }} titles={titlesOf(failure)} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Text size="sm" c="dimmed">
        As of <Timestamp at={failure.version} />, when it was changed last where it comes from.
      </Text>
    </Page>
  );
}

function titlesOf({ id, title, links }: Schemas['FailureResponse']): ReadonlyMap<string, string> {
  const others = links.flatMap(({ other }) => (other.title === null ? [] : [[other.id, other.title] as const]));
  return new Map([...others, [id, title]]);
}
