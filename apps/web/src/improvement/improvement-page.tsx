import { Alert, Anchor, Badge, Grid, Group, List, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink, PageLink } from '../components/links.tsx';
import { Section } from '../components/section.tsx';
import { QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { useHasRole } from '../components/visible-for-role.tsx';
import {
  canApproveImprovement,
  describeImprovement,
  describeLastDecision,
  isImprovementSnoozed,
  isInvestigation,
} from '../labels/describe-improvement.ts';
import { BackToList } from '../list/back-to-list.tsx';
import { ApproveForm } from './approve-form.tsx';
import { EditedIssuePreview } from './edited-issue-preview.tsx';
import { EffectSection } from './effect-section.tsx';
import { IssueWriteList } from './issue-write-list.tsx';
import { TriageBar } from './triage-bar.tsx';

export function ImprovementPage() {
  const { improvementId } = useParams({ from: '/improvements/$improvementId' });
  const { edit = false } = useSearch({ from: '/improvements/$improvementId' });
  const canDecide = useHasRole('triager');
  const navigate = useNavigate({ from: '/improvements/$improvementId' });
  const improvement = refrain.useQuery(
    'get',
    '/v1/improvements/{id}',
    { params: { path: { id: improvementId } } },
    { refetchInterval: ({ state: { data } }) => (data?.state === 'approved' && !data.problem ? 1_000 : 15_000) },
  );
  return (
    <Stack>
      <BackToList to="/improvements">All improvements</BackToList>
      <QueryState query={improvement} what="the improvement" height={400}>
        {(loaded) =>
          edit && canDecide && canApproveImprovement(loaded) ? (
            <ApproveForm
              key={loaded.id}
              improvement={loaded}
              close={() => void navigate({ search: {}, replace: true })}
            />
          ) : (
            <>
              {edit && <AlreadyDecided improvement={loaded} />}
              <ImprovementView improvement={loaded} />
            </>
          )
        }
      </QueryState>
    </Stack>
  );
}

/** Says who decided, if the approve form was opened or submitted after somebody else's decision. */
function AlreadyDecided({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const decided = describeLastDecision(improvement) ?? describeImprovement(improvement);
  return (
    <Alert variant="outline" title="There is nothing left to approve">
      {decided.replace(/\.$/u, '')} (<Timestamp at={improvement.stateSince} />
      ). Nothing was changed here.
    </Alert>
  );
}

function ImprovementView({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const { id, patternId, title, reason, repository, issueNumber, issueUrl, problem, snoozedUntil, effect } =
    improvement;
  const decided = describeLastDecision(improvement);
  useDocumentTitle(`${title} · Refrain`);
  return (
    <Stack gap="lg">
      <Stack gap="xs" maw={860}>
        <Group gap="xs">
          <Title order={1}>{title}</Title>
          {isInvestigation(improvement) && (
            <Badge variant="light" color="gray" tt="none">
              Investigation
            </Badge>
          )}
        </Group>
        <Text role="status">
          {describeImprovement(improvement)}
          {issueUrl !== null && (
            <>
              {' · '}
              <ExternalLink url={issueUrl}>
                {repository}#{issueNumber}
              </ExternalLink>
            </>
          )}
          {' · since '}
          <Timestamp at={improvement.stateSince} as="day" />
        </Text>
        {decided !== null && <Text c="dimmed">{decided}</Text>}
        {reason !== null && <Text c="dimmed">{reason}</Text>}
        {isImprovementSnoozed(improvement) && snoozedUntil !== null && (
          <Text c="dimmed">
            Snoozed until <Timestamp at={snoozedUntil} as="day" />.
          </Text>
        )}
        <PageLink to="/patterns/$patternId" params={{ patternId }}>
          View the pattern and its report
        </PageLink>
      </Stack>
      {problem !== null && (
        <Alert variant="outline" color="red" role="alert" title="Writing the issue failed">
          {problem}. Refrain keeps trying.
        </Alert>
      )}
      <TriageBar improvement={improvement} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Section title={issueUrl === null ? 'Issue preview' : 'Issue'}>
            {issueUrl !== null && (
              <Text size="sm" c="dimmed">
                The text that Refrain writes. People’s additions are on{' '}
                <Anchor href={issueUrl} target="_blank" rel="noreferrer" inherit underline="always">
                  GitHub
                </Anchor>
                .
              </Text>
            )}
            <EditedIssuePreview id={id} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="xl">
            {effect !== null && <EffectSection effect={effect} />}
            <PastFixes improvement={improvement} />
            {repository !== null && issueNumber !== null && <IssueWriteList target={`${repository}#${issueNumber}`} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const verdicts: Readonly<Record<Schemas['EffectVerdict'], string>> = {
  held: 'held',
  came_back: 'recurred',
  not_distinguishable: 'effect unclear',
  too_early: 'replaced before it could be measured',
};

function PastFixes({ improvement: { fix, pastFixes, effect } }: { readonly improvement: Schemas['Improvement'] }) {
  const fixes = [...pastFixes, ...(fix === null ? [] : [{ ...fix, verdict: effect?.verdict ?? null }])].toReversed();
  if (fixes.length === 0) return null;
  return (
    <Section title="Fixes">
      <List size="sm">
        {fixes.map(({ url, mergedAt, deployedAt, verdict }) => (
          <List.Item key={mergedAt}>
            <ExternalLink url={url}>{url === null ? 'Closed as completed' : 'Pull request'}</ExternalLink>,{' '}
            <Timestamp at={mergedAt} as="day" />
            {deployedAt !== null && (
              <>
                , in production since <Timestamp at={deployedAt} as="day" />
              </>
            )}
            {verdict !== null && `: ${verdicts[verdict]}`}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
