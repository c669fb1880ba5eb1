import type { Mechanism } from '../mechanism.ts';

export const securityMechanisms: readonly Mechanism[] = [
  {
    id: 'credentials-exposed',
    name: 'Credentials exposed',
    clause: 'credentials of … are exposed',
    cause: 'security_access',
    trigger: 'unknown',
    phrases: [
      'credential|credentials|secret|secrets|token|tokens|password|passwords|key|keys|pii exposed|leaked|leak|disclosed|public|published|exposure|visible',
      'committed|pushed|checked|uploaded|posted credential|credentials|secret|secrets|token|tokens|password|key|keys|plaintext',
      'secret scanning alert|detected|found',
      'data breach|exposure|exposed',
      'publicly accessible|readable|exposed|visible',
    ],
  },
  {
    id: 'intrusion',
    name: 'Malicious access',
    clause: '… is accessed maliciously',
    cause: 'security_access',
    trigger: 'unknown',
    phrases: [
      'attacker|attackers|intruder|hacker|hackers|adversary',
      'stolen|stole|compromised|hijacked token|credential|credentials|account|key|keys|package|session|machine',
      'malicious|malware|ransomware|phishing|phished|exploit|exploited|backdoor',
      'unauthorised|unauthorized|suspicious access|login|activity',
      'security breach|incident|vulnerability supplier|provider|third|exploited|actively',
      'vulnerable|vulnerability version|package|dependency|library',
    ],
  },
  {
    id: 'credential-changed',
    name: 'Credential changed without its users',
    clause: 'a credential of … changes without its users',
    cause: 'security_access',
    trigger: 'maintenance',
    phrases: [
      'password|passwords|credential|credentials|secret|secrets|token|tokens|key|keys rotated|rotation|rotating|changed|reset|revoked|invalidated|regenerated|recycled|replaced',
      'api|service|access key|account|token deleted|removed|disabled|revoked',
      'wrong|incorrect|mismatch|bad|old password|credential|credentials|secret|token',
    ],
    hints: ['failed|too login|authentication attempts|failures'],
  },
  {
    id: 'permission-missing',
    name: 'Permission missing',
    clause: '… lacks a permission',
    cause: 'security_access',
    trigger: 'config_push',
    phrases: [
      'permission|permissions|access|privilege|privileges|role|roles|policy|scope|scopes|iam|rbac denied|missing|removed|lacked|lacks|lacking|insufficient|revoked|lost|required|wrong',
      'access denied|forbidden|refused',
      'not authorised|authorized|permitted|allowed',
      'accessdenied|permissiondenied|unauthorizedoperation|eacces',
      'assume role failed|denied|unable|wrong',
    ],
    hints: ['403|401', 'unauthorised|unauthorized|forbidden'],
  },
  {
    id: 'sign-in-misconfigured',
    name: 'Sign-in misconfigured',
    clause: 'sign-in to … is misconfigured',
    cause: 'configuration',
    trigger: 'config_push',
    phrases: [
      'login|sign|authentication|auth|oauth|oidc|saml|sso|callback|redirect misconfigured|wrong|loop|mismatch|broken|misconfiguration|incorrect',
      'auth|login|identity provider wrong|different|changed|misconfigured',
    ],
  },
];
