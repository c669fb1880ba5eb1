import type { Guardrail } from '@refrain/domain';
import { capacityGuardrails } from './capacity.ts';
import { codeDefectGuardrails } from './code-defect.ts';
import { configurationGuardrails } from './configuration.ts';
import { dataGuardrails } from './data.ts';
import { dependencyGuardrails } from './dependency.ts';
import { expiryTimeGuardrails } from './expiry-time.ts';
import { infrastructureGuardrails } from './infrastructure.ts';
import { processGuardrails } from './process.ts';
import { securityAccessGuardrails } from './security-access.ts';

/** Every guardrail, by the cause that it is first of all for. */
export const guardrailLibrary: readonly Guardrail[] = [
  ...codeDefectGuardrails,
  ...configurationGuardrails,
  ...capacityGuardrails,
  ...dependencyGuardrails,
  ...infrastructureGuardrails,
  ...dataGuardrails,
  ...expiryTimeGuardrails,
  ...securityAccessGuardrails,
  ...processGuardrails,
];
