import { Button, Group, Text } from '@mantine/core';
import { PencilIcon, PlusIcon } from '@primer/octicons-react';
import { VisibleForRole } from '../components/visible-for-role.tsx';
import { statementLabels } from '../labels/domain-labels.ts';
import type { CorrectStatement, StatementName } from './arrange-statements.ts';

interface Props {
  /** The statements that the text does not make. */
  readonly missing: readonly StatementName[];
  /** The statements that only repeat the title or the service. */
  readonly repeating: readonly StatementName[];
  readonly choose: CorrectStatement;
}

/** Names what the text does not state, and lets people choose a sentence for it. */
export function ChooseStatements({ missing, repeating, choose }: Props) {
  if (missing.length + repeating.length === 0) return null;
  const listed = missing.map((name) => statementLabels[name].toLowerCase()).join(', ');
  const readOnly = listed === '' ? undefined : <Text size="sm" c="dimmed">{`Not in the text: ${listed}`}</Text>;
  return (
    <VisibleForRole needs="triager" otherwise={readOnly}>
      <Group gap={6} className="not-printed">
        <Text size="sm" c="dimmed">
          {missing.length > 0 ? 'Not in the text:' : 'Correct:'}
        </Text>
        {[...missing, ...repeating].map((name) => {
          const isMissing = missing.includes(name);
          const Icon = isMissing ? PlusIcon : PencilIcon;
          return (
            <Button
              key={name}
              size="compact-xs"
              variant={isMissing ? 'default' : 'subtle'}
              color="gray"
              leftSection={<Icon size={12} aria-hidden />}
              aria-label={`${isMissing ? 'Choose' : 'Correct'}: ${statementLabels[name]}`}
              onClick={() => choose(name)}
            >
              {statementLabels[name]}
            </Button>
          );
        })}
      </Group>
    </VisibleForRole>
  );
}
