/**
 * Error texts that common software prints, by the id of the mechanism that they show, in the syntax of `compilePhrase`.
 * They are kept apart because alerts and logs quote them word for word, while people put the same failure in many ways.
 */
export const toolErrors: Readonly<Record<string, readonly string[]>> = {
  'memory-exhausted': [
    // Node.js, the JVM, C++ and fork(2)
    'heap limit allocation failed',
    'gc overhead limit exceeded',
    'bad_alloc|cannot allocate memory',
  ],
  'disk-full': [
    // PostgreSQL, and the kubelet
    'could extend file',
    'node low resource ephemeral|storage',
  ],
  'connections-exhausted': [
    // HikariCP, SQLAlchemy, generic-pool
    'connection not available request timed',
    'queuepool limit overflow',
    'resourcerequest timed pool.acquire|pool',
    'pool|hikaripool timeout|timed waiting|acquiring connection|client',
  ],
  'quota-exceeded': [
    // Google Cloud, AWS
    'quota_exceeded|over_query_limit|vcpulimitexceeded',
    'limit in_use_addresses|vcpu|vcpus|cpus|addresses|balancers reached|exceeded|region|account|capped',
  ],
  'missing-setting': [
    // Kubernetes, Helm, and libraries that validate settings
    'createcontainerconfigerror',
    'couldn|not find|found key configmap|secret',
    'values required|undefined production|staging|environment|deployment.yaml',
    'required|missing property|variable|field|env settings|validationerror|illegalstateexception|keyerror|validation',
  ],
  'firewall-block': [
    // Cilium, and web application firewalls
    'policy-verdict dropped|denied',
    'egress|policy|firewall|netpol dropped|drops|denied|denies packets|egress|traffic|connection|src',
  ],
  'name-resolution-failed': [
    // The C library, Node.js, and resolvers
    'temporary failure name resolution',
    'eai_again|servfail',
    'coredns|kube-dns|nodelocaldns|resolver timing|timeout|timeouts|overloaded|throttled|dropped|drops|retry|cpu|errors|high|crashed',
    'ndots lookups|queries|names',
  ],
  'storage-failed': [
    // Linux
    'ext4-fs|xfs|btrfs|blk_update_request error|remounting|metadata|sector',
    'dmesg io errors|error',
    'remounting|remounted read only',
  ],
  'hardware-failed': [
    // Linux: machine check exceptions
    'mce|cpu hardware error machine|check',
  ],
  'node-lost': [
    // Kubernetes
    'kubelet stopped posting',
  ],
  'permission-missing': [
    // AWS, gRPC, PostgreSQL, Kubernetes
    'not authorized perform',
    'permission_denied|accessdeniedexception',
    'permission denied relation|schema|table|function',
    'caller|role|account lacks|lack permission',
    'missing scope',
    'forbidden user|serviceaccount cannot list|get|create|watch|patch|delete',
  ],
  'credential-changed': [
    // PostgreSQL, MySQL, AWS, and services that verify signatures
    'password authentication failed',
    'denied user using password',
    'security token included invalid',
    'signaturedoesnotmatch|invalidclienttokenid|unrecognizedclientexception',
    'signature match active key',
  ],
  'credential-expired': [
    // OAuth 2.0, AWS
    'refresh token longer|expired|inactive|revoked active|expired',
    'expiredtokenexception',
  ],
  'migration-lock': [
    // PostgreSQL, MySQL
    'canceling statement lock timeout',
    'lock wait timeout exceeded',
  ],
  'inefficient-code': [
    // Object-relational mappers: one query for each row
    'lazy load|loads|loading loop|row|query|queries',
  ],
  'unreadable-input': [
    // Kafka clients, Protocol Buffers, JSON
    'serializationexception|deserializationexception|decodingerror|invalidprotocolbufferexception',
    'message contained invalid tag',
    'error deserializing|deserialize|unmarshal message|record|key|value|offset|partition',
    'poison pill|message',
  ],
  'incompatible-versions': [
    // Validation of requests and answers
    'field|parameter unknown|required|renamed unprocessable|422|400|breaks|partners|answer',
  ],
  'clock-or-calendar': [
    // java.time, and the IANA time zone database
    'zonerulesexception',
    'local time|hour exist|exists|twice|ambiguous zone|timezone',
  ],
  'scheduled-work-collided': [
    // Kubernetes
    'job active longer deadline',
    'too many missed start',
  ],
};
