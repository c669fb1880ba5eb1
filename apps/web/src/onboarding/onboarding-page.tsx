import { Card, List, Stack, Text, Title } from '@mantine/core';
import { refrain } from '../api/refrain.ts';
import { Page } from '../components/page.tsx';
import { QueryState } from '../components/states.tsx';
import { StepList } from './step-list.tsx';

/** The overview of an installation without any data. */
export function OnboardingPage() {
  const onboarding = refrain.useQuery('get', '/v1/onboarding', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Set up Refrain"
      lead="Refrain finds the failures that recur in your organisation, and a fix for each. Connect one account or import a file to begin."
    >
      <QueryState query={onboarding} what="the checklist" height={420}>
        {({ steps }) => (
          <Card withBorder padding="md" maw={820}>
            <StepList steps={steps} showsAll />
          </Card>
        )}
      </QueryState>
      <Stack gap="xs" maw={820}>
        <Title order={2}>What happens to your data</Title>
        <List size="sm" spacing={4}>
          <List.Item>On GitHub and PagerDuty, Refrain creates only its webhook and what your policy allows.</List.Item>
          <List.Item>People’s names are replaced by roles before a text is analysed.</List.Item>
          <List.Item>All imported data stays in your installation.</List.Item>
        </List>
        <Text size="sm" c="dimmed">
          The first patterns appear a few minutes after the first import.
        </Text>
      </Stack>
    </Page>
  );
}
