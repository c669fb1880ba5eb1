import { NameField } from './name-field.tsx';
import { useScopeNames } from './use-scope-names.ts';

interface Props {
  readonly name: string | undefined;
  choose(name: string | undefined): void;
}

export function ServiceField(props: Props) {
  return <NameField label="Service" names={useScopeNames().services} {...props} />;
}

export function RepositoryField(props: Props) {
  return <NameField label="Repository" names={useScopeNames().repositories} {...props} />;
}

export function EnvironmentField(props: Props) {
  return <NameField label="Environment" names={['production', 'staging']} {...props} />;
}
