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
    description: 'Deployments to these environments are imported. Leave empty for all.',
    example: 'production',
  },
  {
    name: 'workflows',
    label: 'Workflows',
    description: 'Failed runs of these workflows, by name or path, count as failed deployments. Leave empty for none.',
    example: 'deploy.yml',
  },
  {
    name: 'incidentLabels',
    label: 'Incident labels',
    description: 'Issues with one of these labels count as incidents. Leave empty for none.',
    example: 'sev1',
  },
  {
    name: 'postmortemFolders',
    label: 'Post-mortem folders',
    description: 'Folders of Markdown files, as owner/name:path/of/folder. Leave empty for none.',
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
        Advanced: environments, workflows, labels, post-mortems
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
              error={name === 'postmortemFolders' && bad.length > 0 ? `Not a folder: ${bad.join(', ')}` : undefined}
            />
          ))}
      </Stack>
    </details>
  );
}
