import { Input, Radio, Stack, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useScopeNames } from '../../list/use-scope-names.ts';

interface Props {
  readonly label: string;
  readonly description: string;
  readonly error: string | undefined;
  readonly services: readonly string[];
  change(services: string[]): void;
}

export function ServicesField({ label, description, error, services, change }: Props) {
  const known = useScopeNames();
  const [isChoosing, setChoosing] = useState(false);
  const chosen = services.includes('*') ? 'all' : services.length > 0 || isChoosing ? 'some' : 'none';
  return (
    <Stack gap="xs">
      <Radio.Group
        label={label}
        description={description}
        value={chosen}
        onChange={(choice) => {
          setChoosing(choice === 'some');
          change(choice === 'all' ? ['*'] : []);
        }}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="none" label="None" />
          <Radio value="all" label="All services" />
          <Radio value="some" label="These services" />
        </Stack>
      </Radio.Group>
      {chosen === 'some' && (
        <TagsInput
          label="Which services"
          placeholder={services.length === 0 ? 'Names as PagerDuty has them' : ''}
          data={known.services}
          value={[...services]}
          onChange={change}
        />
      )}
      {error && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}
