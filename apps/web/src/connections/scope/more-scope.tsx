import { Stack, TagsInput, Text } from '@mantine/core';
import { findBadFolders, type ScopeChoice } from './scope-choice.ts';

interface Props {
  readonly refinements: readonly Field[];
  readonly choice: ScopeChoice;
  change(choice: ScopeChoice): void;
}

type Field = 'environments' | 'workflows' | 'incidentLabels' | 'postmortemFolders';

const fields: readonly {
  readonly name: Field;
  readonly label: string;
  readonly says: string;
  readonly like: string;
}[] = [
  {
    name: 'environments',
    label: 'Environments',
    says: 'Deployments to these are taken in. Empty: to all.',
    like: 'production',
  },
  {
    name: 'workflows',
    label: 'Workflows',
    says: 'Their failed runs are failed deployments; by name or path. Empty: none.',
    like: 'deploy.yml',
  },
  {
    name: 'incidentLabels',
    label: 'Labels of incidents',
    says: 'Issues with one of these are incidents. Empty: none.',
    like: 'sev1',
  },
  {
    name: 'postmortemFolders',
    label: 'Folders of post-mortems',
    says: 'Markdown files, as owner/name:path/of/folder. Empty: none.',
    like: 'acme/wiki:docs/post-mortems',
  },
];

/** Chooses what of the selected repositories counts as a failure. The defaults mostly fit. */
export function MoreScope({ refinements, choice, change }: Props) {
  const bad = findBadFolders(choice.postmortemFolders);
  return (
    <details open={bad.length > 0 || undefined}>
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        More: environments, workflows, labels, post-mortems
      </Text>
      <Stack gap="sm" mt="xs" pl={{ base: 0, sm: 'lg' }}>
        {fields
          .filter(({ name }) => refinements.includes(name))
          .map(({ name, label, says, like }) => (
            <TagsInput
              key={name}
              label={label}
              description={says}
              placeholder={choice[name].length === 0 ? like : undefined}
              value={[...choice[name]]}
              onChange={(values) => change({ ...choice, [name]: values })}
              error={name === 'postmortemFolders' && bad.length > 0 ? `No folder: ${bad.join(', ')}` : undefined}
            />
          ))}
      </Stack>
    </details>
  );
}
