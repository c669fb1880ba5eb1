import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/refrain.ts';
import { FormModal } from '../../components/forms.tsx';
import { count } from '../../labels/format.ts';
import { suggestName } from './suggest-name.ts';

interface Props {
  readonly patternName: string;
  readonly episodes: number;
  /** The failures of the selected episodes. */
  readonly moved: readonly Schemas['ReportMember'][];
  readonly isPending: boolean;
  readonly error: unknown;
  /** @param name the name of the new pattern; null to let Refrain choose one */
  split(name: string | null): void;
  close(): void;
}

/** Asks for the name of the pattern to which the selected episodes move. */
export function SplitModal({ patternName, episodes, moved, isPending, error, split, close }: Props) {
  const [name, setName] = useState(() => suggestName(moved, patternName));
  const isAlone = episodes === 1;
  const submit = () => split(isAlone || name.trim() === '' ? null : name.trim());
  return (
    <FormModal
      title={`Split off ${count(episodes, 'episode')}`}
      action="Split off"
      isPending={isPending}
      error={error}
      close={close}
      submit={submit}
    >
      <Text size="sm">
        {isAlone
          ? `The episode leaves “${patternName}”. It joins another pattern only if it resembles one, because a pattern needs at least two episodes.`
          : `The selected episodes leave “${patternName}” and form a pattern of their own.`}
      </Text>
      {!isAlone && (
        <TextInput
          label="Name of the new pattern (optional)"
          description="What fails, in a few words that people here use. Refrain chooses a name if you leave this empty."
          data-autofocus
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </FormModal>
  );
}
