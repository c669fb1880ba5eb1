import { Alert, Anchor, Grid, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { PageLink } from '../components/page-link.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { describeImprovement, isSnoozed } from '../labels/describe-improvement.ts';
import { EditedIssuePreview } from './edited-issue-preview.tsx';
import { EffectSection } from './effect-section.tsx';
import { IssueWriteList } from './issue-write-list.tsx';
import { PastFixes } from './past-fixes.tsx';
import { TriageBar } from './triage-bar.tsx';

export function ImprovementView({ improvement }: { readonly improvement: Schemas['Improvement'] }) {
  const { id, patternId, title, reason, repository, issueNumber, issueUrl, problem, snoozedUntil, effect } =
    improvement;
  useDocumentTitle(`${title} · Refrain`);
  return (
    <Stack gap="lg">
      <Stack gap="xs" maw={860}>
        <Title order={1}>{title}</Title>
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
        {reason !== null && <Text c="dimmed">{reason}</Text>}
        {isSnoozed(improvement) && snoozedUntil !== null && (
          <Text c="dimmed">
            Left alone until <Timestamp at={snoozedUntil} as="day" />, as somebody asked.
          </Text>
        )}
        <PageLink to="/patterns/$patternId" params={{ patternId }}>
          The pattern and its report
        </PageLink>
      </Stack>
      {problem !== null && (
        <Alert variant="outline" color="red" role="alert" title="The issue could not be written">
          {problem}. Refrain keeps trying.
        </Alert>
      )}
      <TriageBar improvement={improvement} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack component="section" gap="xs">
            <Title order={2}>{issueUrl === null ? 'The issue as it would be opened' : 'The issue'}</Title>
            {issueUrl !== null && (
              <Text size="sm" c="dimmed">
                As Refrain writes it; what people added is at{' '}
                <Anchor href={issueUrl} target="_blank" rel="noreferrer" inherit underline="always">
                  GitHub
                </Anchor>
                .
              </Text>
            )}
            <EditedIssuePreview id={id} />
          </Stack>
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
