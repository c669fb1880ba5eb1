import { Box, Button, CopyButton, Group, List, Mark, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { refrain, type Schemas } from '../../api/refrain.ts';
import { handleSubmit } from '../../components/forms.tsx';
import { EmptyState, ProblemNotice } from '../../components/states.tsx';
import { count } from '../../labels/format.ts';
import { SettingsSection } from '../settings-section.tsx';
import { splitTextAtFindings } from './split-text-at-findings.ts';

/** Maximum length of a checked text in the API, in UTF-16 code units. */
const maxTextLength = 200_000;

export function WordingCheck() {
  const [text, setText] = useState('');
  const checking = refrain.useMutation('post', '/v1/wording/check');
  const checked = checking.variables?.body.text;
  return (
    <SettingsSection
      title="Check for blaming language"
      lead="Paste a post-mortem or a part of it. Refrain marks words that blame a person and suggests others. The text is not stored or logged; quotations and code are ignored."
    >
      <Stack gap="sm" component="form" onSubmit={handleSubmit(() => checking.mutate({ body: { text } }))}>
        <Textarea
          label="Text"
          placeholder="The engineer forgot to rotate the key."
          autosize
          minRows={4}
          maxRows={16}
          maxLength={maxTextLength}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" loading={checking.isPending} disabled={text.trim() === ''}>
            Check
          </Button>
        </Group>
      </Stack>
      {checking.error && <ProblemNotice error={checking.error} />}
      {checking.data && checked !== undefined && <WordingFindings text={checked} answer={checking.data} />}
    </SettingsSection>
  );
}

interface WordingFindingsProps {
  readonly text: string;
  readonly answer: Schemas['WordingResponse'];
}

const textBoxStyle = { whiteSpace: 'pre-wrap', maxHeight: 360, overflowY: 'auto' } as const;

function WordingFindings({ text, answer: { findings, hasMore, reworded } }: WordingFindingsProps) {
  if (findings.length === 0) return <EmptyState title="Nothing in the text blames a person." />;
  return (
    <Stack gap="md">
      <div role="status">
        <Title order={3}>
          {hasMore ? `The first ${count(findings.length, 'finding')}` : count(findings.length, 'finding')}
        </Title>
      </div>
      <Paper withBorder p="sm" style={textBoxStyle} tabIndex={0} role="group" aria-label="Text with findings">
        <Text size="sm" component="div">
          {splitTextAtFindings(text, findings).map(({ text, finding, start }) =>
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
        <Title order={3}>Suggested wording</Title>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Paper withBorder p="sm" style={textBoxStyle} tabIndex={0} role="group" aria-label="Reworded text">
        <Text size="sm">{text}</Text>
      </Paper>
      <Text size="sm" c="dimmed">
        Refrain rewords only what it can reword safely. Reword the other findings yourself.
      </Text>
    </Stack>
  );
}

const wordingKindLabels: Readonly<Record<Schemas['WordingKind'], string>> = {
  counterfactual: 'counterfactual',
  omission: 'a lapse',
  hindsight: 'hindsight',
  minimising: 'suggests that it was easy',
  judgement: 'a verdict',
  person_as_cause: 'person as the cause',
  blame: 'blame',
  named_person: 'names a person',
};
