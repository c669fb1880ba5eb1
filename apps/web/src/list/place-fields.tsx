import { NameField } from './name-field.tsx';
import { usePlaces } from './use-places.ts';

interface Props {
  readonly name: string | undefined;
  choose(name: string | undefined): void;
}

export function ServiceField(props: Props) {
  return <NameField label="Service" names={usePlaces().services} {...props} />;
}

export function RepositoryField(props: Props) {
  return <NameField label="Repository" names={usePlaces().repositories} {...props} />;
}

export function EnvironmentField(props: Props) {
  return <NameField label="Environment" names={['production', 'staging']} {...props} />;
}
