import { Stack, TagsInput, Text } from '@mantine/core';
import { findInvalidPostmortemFolders, type ScopeChoice, type ScopeRefinement } from './scope-choice.ts';

interface Props {
  readonly refinements: readonly ScopeRefinement[];
  readonly choice: ScopeChoice;
  change(choice: ScopeChoice): void;
}

const fields: readonly {
  readonly name: ScopeRefinement;
  readonly label: string;
  readonly description: string;
  readonly example: string;
}[] = [
  {
    name: 'environments',
    label: 'Environments',
    description: 'Deployments to these are imported. Empty: to all.',
    example: 'production',
  },
  {
    name: 'workflows',
    label: 'Workflows',
    description: 'Their failed runs are failed deployments; by name or path. Empty: none.',
    example: 'deploy.yml',
  },
  {
    name: 'incidentLabels',
    label: 'Labels of incidents',
    description: 'Issues with one of these are incidents. Empty: none.',
    example: 'sev1',
  },
  {
    name: 'postmortemFolders',
    label: 'Folders of post-mortems',
    description: 'Markdown files, as owner/name:path/of/folder. Empty: none.',
    example: 'acme/wiki:docs/post-mortems',
  },
];

/**
 * Lets users choose what counts as a failure in selected repositories. It is folded, because the defaults fit most
 * accounts.
 */
export function ScopeRefinements({ refinements, choice, change }: Props) {
  const bad = findInvalidPostmortemFolders(choice.postmortemFolders);
  return (
    <details open={bad.length > 0 || undefined}>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        More: environments, workflows, labels, post-mortems
      </Text>
      <Stack gap="sm" mt="xs" pl={{ base: 0, sm: 'lg' }}>
        {fields
          .filter(({ name }) => refinements.includes(name))
          .map(({ name, label, description, example }) => (
            <TagsInput
              key={name}
              label={label}
              description={description}
              placeholder={choice[name].length === 0 ? example : undefined}
              value={choice[name]}
              onChange={(values) => change({ ...choice, [name]: values })}
              error={name === 'postmortemFolders' && bad.length > 0 ? `No folder: ${bad.join(', ')}` : undefined}
            />
          ))}
      </Stack>
    </details>
  );
}
