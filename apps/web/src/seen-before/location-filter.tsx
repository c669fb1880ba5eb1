import { Button, Collapse, Flex } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDownIcon, ChevronUpIcon } from '@primer/octicons-react';
import { EnvironmentField, ServiceField } from '../list/scope-fields.tsx';

export interface SearchLocation {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
}

interface Props {
  readonly location: SearchLocation;
  narrow(change: SearchLocation): void;
}

export function LocationFilter({ location, narrow }: Props) {
  const isLimited = location.service !== undefined || location.environment !== undefined;
  const [isOpen, { toggle }] = useDisclosure(isLimited);
  const Icon = isOpen ? ChevronUpIcon : ChevronDownIcon;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls="narrow-it"
        rightSection={<Icon size={14} aria-hidden />}
      >
        Narrow it
      </Button>
      <Collapse expanded={isOpen} id="narrow-it">
        <Flex gap="sm" wrap="wrap" maw={560} pt="xs">
          <ServiceField name={location.service} choose={(service) => narrow({ service })} />
          <EnvironmentField name={location.environment} choose={(environment) => narrow({ environment })} />
        </Flex>
      </Collapse>
    </div>
  );
}
