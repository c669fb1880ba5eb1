import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readFieldProblems } from '../../api/field-problems.ts';
import { refresh } from '../../api/query-client.ts';
import { refrain } from '../../api/refrain.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { dayOf, endOfDay } from './expiry.ts';

const dayMs = 86_400_000;
const fields = ['name', 'expiresAt'] as const;

export function NewToken({ onMade }: { onMade(secret: string): void }) {
  const [name, setName] = useState('');
  const [day, setDay] = useState(() => dayOf(Date.now() + 90 * dayMs));
  const making = refrain.useMutation('post', '/v1/tokens', {
    onSuccess({ token }) {
      onMade(token);
      setName('');
      return refresh('/v1/tokens');
    },
  });
  const problems = readFieldProblems(making.error, fields);
  const isOver = day !== '' && day < dayOf(Date.now());
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOver) making.mutate({ body: { name: name.trim(), expiresAt: endOfDay(day) } });
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label="Name"
            description="Who or what it is for."
            placeholder="CI of the post-mortems"
            flex="2 1 220px"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problems.name}
          />
          <TextInput
            type="date"
            label="Good until"
            description="Empty: until it is revoked."
            flex="1 1 160px"
            min={dayOf(Date.now())}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={isOver ? 'Has to be today or later.' : problems.expiresAt}
          />
          <Button type="submit" loading={making.isPending} disabled={name.trim() === ''}>
            Make a token
          </Button>
        </Group>
      </form>
      {making.error && Object.keys(problems).length === 0 && <ProblemNotice error={making.error} />}
    </>
  );
}
