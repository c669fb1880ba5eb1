import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { refrain, type Schemas } from '../api/refrain.ts';
import { PageLink } from '../components/links.tsx';
import { Page } from '../components/page.tsx';
import { ScrollBox } from '../components/scroll-box.tsx';
import { EmptyState, ProblemNotice, QueryState } from '../components/states.tsx';
import { Timestamp } from '../components/timestamp.tsx';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { count } from '../labels/format.ts';
import { undoDecision, useStoreDecisions } from '../pattern/decide/use-store-decisions.ts';
import { formatVerdictCounts } from './format-verdict-counts.ts';

/** Lets the user decide on all reverts with similar titles in one step. */
export function RevertsPage() {
  const templates = refrain.useQuery('get', '/v1/revert-templates', {}, { refetchInterval: 15_000 });
  return (
    <Page
      title="Reverts"
      lead="Changes that are reverted again and again may be routine: maintenance, toggles, trials. Decide once for all reverts of a kind, also those that come later."
    >
      <QueryState query={templates} what="the kinds of reverts">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No kind of change was reverted five times or more">
              Reverts of one repository are of one kind where their titles differ in single words. They are counted with
              each clustering.
            </EmptyState>
          ) : (
            <RevertTemplateTable templates={items} />
          )
        }
      </QueryState>
    </Page>
  );
}

type Template = Schemas['RevertTemplatesResponse']['items'][number];

function RevertTemplateTable({ templates }: { readonly templates: readonly Template[] }) {
  const ordered = [...templates].sort((a, b) => Number(b.needsDecision) - Number(a.needsDecision));
  return (
    <ScrollBox label="Kinds of reverts">
      <Table miw={680} verticalSpacing="sm" style={{ verticalAlign: 'top' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Titles</Table.Th>
            <Table.Th>Reverts</Table.Th>
            <Table.Th visibleFrom="sm">Last one</Table.Th>
            <Table.Th>All of them are</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ordered.map((template) => (
            <TemplateRow key={`${template.repository} ${template.template}`} template={template} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollBox>
  );
}

function TemplateRow({ template }: { readonly template: Template }) {
  const { repository, linked, reverts, lastAt } = template;
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={4}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {template.template}
          </Text>
          <Text size="sm" c="dimmed">
            {repository}
          </Text>
          <Examples template={template} />
        </Stack>
      </Table.Td>
      <Table.Td>
        <Text>{count(reverts, 'revert')}</Text>
        <Text size="sm" c="dimmed">
          {formatVerdictCounts(template)}
        </Text>
        <Text size="sm" c="dimmed">
          {linked === 0 ? 'none linked to an incident' : `${linked} linked to an incident`}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{lastAt === null ? '–' : <Timestamp at={lastAt} />}</Table.Td>
      <Table.Td>
        <Decision template={template} />
      </Table.Td>
    </Table.Tr>
  );
}

function Examples({ template: { examples } }: { readonly template: Template }) {
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <>
      <Anchor component="button" size="sm" onClick={toggle} aria-expanded={isOpen} ta="left">
        {isOpen ? 'Hide examples' : 'Show examples'}
      </Anchor>
      {isOpen &&
        examples.map(({ failureId, title }) => (
          <PageLink key={failureId} to="/failures/$failureId" params={{ failureId }} size="sm">
            {title}
          </PageLink>
        ))}
    </>
  );
}

function Decision({ template: { repository, template, decision, needsDecision } }: { readonly template: Template }) {
  const decide = useStoreDecisions();
  const send = (areFailures: boolean) =>
    decide.mutate({
      decisions: [{ kind: 'title_template', repository, template, areFailures }],
      message: areFailures
        ? 'Marked as failures. The next clustering applies it.'
        : 'Marked as routine. The next clustering applies it.',
    });
  if (decision !== null)
    return (
      <Stack gap={4} align="flex-start">
        <Badge variant="outline" color="gray">
          {decision.areFailures ? 'Failures' : 'Routine'}
        </Badge>
        <VisibleForRole needs="triager">
          <Anchor component="button" size="sm" onClick={() => void undoDecision(decision.correctionId)}>
            Undo
          </Anchor>
        </VisibleForRole>
      </Stack>
    );
  return (
    <VisibleForRole needs="triager" otherwise={<Text c="dimmed">Not decided</Text>}>
      <Stack gap="xs">
        {needsDecision && <Text size="sm">Are these routine?</Text>}
        <Group gap="xs">
          <Button variant="default" size="xs" loading={decide.isPending} onClick={() => send(false)}>
            Routine
          </Button>
          <Button variant="default" size="xs" loading={decide.isPending} onClick={() => send(true)}>
            Failures
          </Button>
        </Group>
        {decide.error && <ProblemNotice error={decide.error} />}
      </Stack>
    </VisibleForRole>
  );
}
