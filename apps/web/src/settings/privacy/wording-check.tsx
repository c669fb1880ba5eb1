import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { refrain } from '../../api/refrain.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { WordingFindings } from './wording-findings.tsx';

/** Maximum length of a checked text in the API, in UTF-16 code units. */
const maxTextLength = 200_000;

export function WordingCheck() {
  const [text, setText] = useState('');
  const checking = refrain.useMutation('post', '/v1/wording/check');
  const checked = checking.variables?.body.text;
  return (
    <SettingsSection
      title="Check a wording"
      lead="Paste a post-mortem or a part of it: what in it blames a person, and how to say it of the system. Nothing of it is stored or logged. Quotations and code are left alone."
    >
      <Stack
        gap="sm"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          checking.mutate({ body: { text } });
        }}
      >
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
