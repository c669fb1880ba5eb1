import type { Guardrail } from '@refrain/domain';
import { capacityDemandGuardrails } from './capacity-demand.ts';
import { capacityLimitGuardrails } from './capacity-limits.ts';
import { clockGuardrails } from './clocks.ts';
import { configurationCheckGuardrails } from './configuration-checks.ts';
import { configurationRolloutGuardrails } from './configuration-rollout.ts';
import { dataFlowGuardrails } from './data-flow.ts';
import { dataLossGuardrails } from './data-loss.ts';
import { dataSchemaGuardrails } from './data-schema.ts';
import { defectTestGuardrails } from './defect-tests.ts';
import { dependencyCallGuardrails } from './dependency-calls.ts';
import { dependencySupplierGuardrails } from './dependency-suppliers.ts';
import { toGuardrail } from './entry.ts';
import { expiryGuardrails } from './expiry.ts';
import { infrastructureLossGuardrails } from './infrastructure-loss.ts';
import { infrastructureUpkeepGuardrails } from './infrastructure-upkeep.ts';
import { alarmProcessGuardrails } from './process-alarms.ts';
import { releaseProcessGuardrails } from './process-release.ts';
import { workProcessGuardrails } from './process-work.ts';
import { releaseSafetyGuardrails } from './release-safety.ts';
import { securityAccessGuardrails } from './security-access.ts';

export const guardrailLibrary: readonly Guardrail[] = [
  ...releaseSafetyGuardrails,
  ...defectTestGuardrails,
  ...configurationCheckGuardrails,
  ...configurationRolloutGuardrails,
  ...capacityDemandGuardrails,
  ...capacityLimitGuardrails,
  ...dependencyCallGuardrails,
  ...dependencySupplierGuardrails,
  ...infrastructureLossGuardrails,
  ...infrastructureUpkeepGuardrails,
  ...dataSchemaGuardrails,
  ...dataFlowGuardrails,
  ...dataLossGuardrails,
  ...expiryGuardrails,
  ...clockGuardrails,
  ...releaseProcessGuardrails,
  ...workProcessGuardrails,
  ...alarmProcessGuardrails,
  ...securityAccessGuardrails,
].map(toGuardrail);
