import type { Mechanism } from '../mechanism.ts';
import { capacityMechanisms } from './capacity.ts';
import { codeMechanisms } from './code.ts';
import { configurationMechanisms } from './configuration.ts';
import { dataMechanisms } from './data.ts';
import { deliveryMechanisms } from './delivery.ts';
import { dependencyMechanisms } from './dependency.ts';
import { expiryMechanisms } from './expiry-and-time.ts';
import { infrastructureMechanisms } from './infrastructure.ts';
import { processMechanisms } from './process.ts';
import { securityMechanisms } from './security-and-access.ts';
import { toolErrors } from './tool-errors.ts';

const written: readonly Mechanism[] = [
  ...capacityMechanisms,
  ...codeMechanisms,
  ...configurationMechanisms,
  ...dataMechanisms,
  ...deliveryMechanisms,
  ...dependencyMechanisms,
  ...expiryMechanisms,
  ...infrastructureMechanisms,
  ...processMechanisms,
  ...securityMechanisms,
];

/** All mechanisms, each with the errors of common software that show it. */
export const mechanisms: readonly Mechanism[] = written.map((mechanism) => ({
  ...mechanism,
  phrases: [...mechanism.phrases, ...(toolErrors[mechanism.id] ?? [])],
}));
