import { Button, Menu } from '@mantine/core';
import { ChevronDownIcon } from '@primer/octicons-react';
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

/** Lets people choose a sentence for what Refrain did not find in the text. */
export function ChooseStatements({ missing, repeating, choose }: Props) {
  if (missing.length + repeating.length === 0) return null;
  return (
    <VisibleForRole needs="triager">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            className="not-printed"
            style={{ alignSelf: 'flex-start' }}
            ml={-8}
            rightSection={<ChevronDownIcon size={14} aria-hidden />}
          >
            {missing.length > 0 ? 'Add what is missing' : 'Correct'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...missing, ...repeating].map((name) => (
            <Menu.Item key={name} onClick={() => choose(name)}>
              {missing.includes(name) ? statementLabels[name] : `Correct: ${statementLabels[name]}`}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </VisibleForRole>
  );
}
