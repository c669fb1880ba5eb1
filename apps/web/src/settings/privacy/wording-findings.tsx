import { Box, Button, CopyButton, Group, List, Mark, Paper, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/refrain.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { count } from '../../labels/count.ts';
import { splitAtFindings } from './split-at-findings.ts';
import { wordingKindLabels } from './wording-kind-labels.ts';

interface Props {
  readonly text: string;
  readonly answer: Schemas['WordingResponse'];
}

const textBoxStyle = { whiteSpace: 'pre-wrap', maxHeight: 360, overflowY: 'auto' } as const;

export function WordingFindings({ text, answer: { findings, hasMore, reworded } }: Props) {
  if (findings.length === 0) return <EmptyState title="Nothing in it blames a person." />;
  return (
    <Stack gap="md">
      <div role="status">
        <Title order={3}>
          {hasMore ? `The first ${count(findings.length, 'finding')}` : count(findings.length, 'finding')}
        </Title>
      </div>
      <Paper withBorder p="sm" style={textBoxStyle} tabIndex={0} role="group" aria-label="The text with its findings">
        <Text size="sm" component="div">
          {splitAtFindings(text, findings).map(({ text, finding, start }) =>
            finding === null ? (
              <span key={start}>{text}</span>
            ) : (
              <span key={start}>
                <Mark color="yellow">{text}</Mark>
                <Box component="a" href={`#finding-${finding}`} fz="xs" c="inherit" aria-label={`Finding ${finding}`}>
                  [{finding}]
                </Box>
              </span>
            ),
          )}
        </Text>
      </Paper>
      <List type="ordered" spacing="sm" size="sm">
        {findings.map(({ start, words, kind, reason, suggestion }, at) => (
          <List.Item key={start} id={`finding-${at + 1}`} style={{ scrollMarginTop: 70 }}>
            <Text size="sm">
              <b>“{words}”</b> ({wordingKindLabels[kind]}). {reason}
            </Text>
            <Text size="sm">Better: {suggestion}</Text>
          </List.Item>
        ))}
      </List>
      {reworded !== text && <Reworded text={reworded} />}
    </Stack>
  );
}

function Reworded({ text }: { readonly text: string }) {
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3}>Said of the system</Title>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Paper withBorder p="sm" style={textBoxStyle} tabIndex={0} role="group" aria-label="The text reworded">
        <Text size="sm">{text}</Text>
      </Paper>
      <Text size="sm" c="dimmed">
        Only what can be reworded safely is. What else was found is for you to say.
      </Text>
    </Stack>
  );
}
