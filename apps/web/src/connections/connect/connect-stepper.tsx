import { Stepper } from '@mantine/core';

const steps = ['Authenticate', 'Choose what to import', 'Import'];

/** Shows where the user is in the connection of an account. */
export function ConnectStepper({ at }: { readonly at: 0 | 1 | 2 }) {
  return (
    <Stepper
      active={at}
      size="sm"
      maw={820}
      allowNextStepsSelect={false}
      aria-label="Connection steps"
      styles={{ steps: { flexWrap: 'wrap', rowGap: 8 }, separator: { minWidth: 16 } }}
    >
      {steps.map((label, index) => (
        <Stepper.Step key={label} label={label} aria-current={index === at ? 'step' : undefined} disabled />
      ))}
    </Stepper>
  );
}
