import { Button, Grid, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { invalidateQueries, refrain, type Schemas, useSession } from '../api/refrain.ts';
import { handleSubmit } from '../components/forms.tsx';
import { TextLink } from '../components/links.tsx';
import { notify } from '../components/notify.tsx';
import { ProblemNotice } from '../components/states.tsx';
import { describeImprovement, describeLastDecision } from '../labels/describe-improvement.ts';
import { decapitalise } from '../labels/format.ts';
import { ApprovedMessage } from './approved-message.tsx';
import { updateCachedImprovement } from './cached-improvement.ts';
import { EditedIssuePreview } from './edited-issue-preview.tsx';
import { GuardrailSelect } from './guardrail-select.tsx';
import { useGuardrails } from './use-guardrails.ts';
import { undoImprovementDecision } from './use-triage-actions.ts';

const ownerAndName = /^[\w.-]+\/[\w.-]+$/u;

export function ApproveForm({ improvement, close }: { readonly improvement: Schemas['Improvement']; close(): void }) {
  const { id, patternId } = improvement;
  const userId = useSession().data?.user.id;
  const [repository, setRepository] = useState(improvement.repository ?? '');
  const [title, setTitle] = useState(improvement.title);
  const [note, setNote] = useState(improvement.note ?? '');
  const [guardrailId, setGuardrailId] = useState(improvement.guardrailId ?? '');
  const { groups, recommended, patternName } = useGuardrails(patternId);
  const nameOf = (id: string) => {
    const offered = groups.flatMap(({ items }) => items);
    return (id === '' ? recommended : offered.find(({ value }) => value === id)?.label) ?? null;
  };
  const choose = (id: string) => {
    setGuardrailId(id);
    const [before, after] = [nameOf(guardrailId), nameOf(id)];
    if (after === null) return setTitle(improvement.title);
    // The title follows the guardrail, unless a person changed it.
    const suffix = before === null ? null : `: ${decapitalise(before)}`;
    if (suffix !== null && title.endsWith(suffix))
      setTitle(`${title.slice(0, -suffix.length)}: ${decapitalise(after)}`);
    if (suffix === null && title === improvement.title) setTitle(`${patternName}: ${decapitalise(after)}`);
  };
  const isInvestigated = nameOf(guardrailId) === null;
  const isRepositoryName = ownerAndName.test(repository.trim());
  const body = {
    ...(isRepositoryName ? { repository: repository.trim() } : {}),
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    note: note.trim() === '' ? null : note.trim(),
    guardrailId: guardrailId === '' ? null : guardrailId,
  };
  const [edited] = useDebouncedValue(body, 300);
  const approval = refrain.useMutation('post', '/v1/improvements/{id}/approve', {
    onSuccess: (approved) => {
      // If somebody else approved it a moment ago, that decision stands and is not undone from here.
      const isOwn = approved.lastDecision?.by.userId === userId;
      if (isOwn)
        notify({
          message: <ApprovedMessage id={id} title={approved.title} />,
          undone: `“${approved.title}” is no longer approved. Refrain is closing its issue.`,
          undo: () => undoImprovementDecision(improvement, approved),
        });
      else notify({ message: describeEarlierDecision(approved) });
      updateCachedImprovement(improvement, approved);
      close();
    },
    onSettled: () => invalidateQueries('/v1/improvements', '/v1/patterns', '/v1/overview'),
  });
  const approve = () => approval.mutate({ params: { path: { id } }, body });
  return (
    <Stack>
      <Title order={1}>{isInvestigated ? 'Open an investigation' : 'Approve a fix'}</Title>
      <Text c="dimmed">
        {isInvestigated
          ? 'Refrain opens one issue that asks the team to find the cause or a fix, and keeps it up to date.'
          : 'Refrain opens one issue, and keeps it up to date.'}{' '}
        <TextLink to="/patterns/$patternId" params={{ patternId }}>
          Read the report first
        </TextLink>
        .
      </Text>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack component="form" gap="sm" onSubmit={handleSubmit(approve)}>
            <TextInput
              label="Repository"
              description="Where the issue is opened."
              placeholder="owner/name"
              required
              data-autofocus
              error={repository.trim() !== '' && !isRepositoryName ? 'Write it as owner/name.' : null}
              value={repository}
              onChange={(event) => setRepository(event.currentTarget.value)}
            />
            <Textarea
              label="Title"
              required
              autosize
              maxLength={250}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value.replaceAll('\n', ' '))}
            />
            <GuardrailSelect groups={groups} recommended={recommended} guardrailId={guardrailId} choose={choose} />
            <Textarea
              label="Introduction"
              description="Markdown at the top of the issue."
              autosize
              minRows={3}
              maxLength={5_000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {approval.error != null && <ProblemNotice error={approval.error} retry={approve} />}
            <Group>
              <Button type="submit" loading={approval.isPending} disabled={!isRepositoryName || title.trim() === ''}>
                {isInvestigated ? 'Open the investigation' : 'Approve and open the issue'}
              </Button>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <EditedIssuePreview id={id} edit={edited} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function describeEarlierDecision(approved: Schemas['Improvement']): string {
  return `${describeLastDecision(approved) ?? describeImprovement(approved)} Your approval had no effect.`;
}
