import type { DescMethodUnary } from '@bufbuild/protobuf';
import { type ServiceName, services } from '../services';
import { type DescribedOperation, describedOperations } from './described-operations';
import { type OperationDocs, readOperationDocs } from './descriptor-docs';
import { callersOf, type HttpRule, httpRules, isClientCallable } from './http-rule';
import type { SendMethod } from './transport';

/** An operation of the API, with descriptors or without, as a list of all of them needs it. */
export type Operation = OperationDocs & {
  /** `organizations.getOrganization` */
  key: string;
  service: string;
  name: string;
  /** The preferred route first. */
  routes: HttpRule[];
  /** A client-credentials token may call it. */
  callable: boolean;
  /** Who else may, in words. */
  callers: string[];
  deprecated: boolean;
  /** What errors, logs and retries know of it. */
  method: SendMethod;
  contract:
    | { kind: 'descriptor'; method: DescMethodUnary }
    | { kind: 'described'; operation: DescribedOperation };
};

/** Every operation, by its key: those of the descriptors, then those described in their place. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  [...fromDescriptors(), ...fromTable()].map((operation) => [operation.key, operation]),
);

function fromDescriptors(): Operation[] {
  return Object.entries(services).flatMap(([service, { methods }]) =>
    (methods as DescMethodUnary[]).map((method) => ({
      ...readOperationDocs(method),
      key: `${service satisfies string}.${method.localName}`,
      service: service as ServiceName,
      name: method.localName,
      routes: httpRules(method),
      callable: isClientCallable(method),
      callers: callersOf(method),
      deprecated: method.deprecated,
      method,
      contract: { kind: 'descriptor' as const, method },
    })),
  );
}

function fromTable(): Operation[] {
  return Object.entries(describedOperations).flatMap(([service, table]) =>
    Object.entries<DescribedOperation>(table).map(([name, operation]) => {
      const { verb, path, body } = operation;
      return {
        ...{ key: `${service}.${name}`, service, name, routes: [{ verb, path, body }] },
        ...{ summary: '', description: '', preview: false, callable: true, callers: [], deprecated: false },
        method: {
          name: capitalize(name),
          parent: { name: `${capitalize(service)}Service` },
          input: { fields: body === '' || body === '*' ? [] : [{ fieldKind: 'message', name: body }] },
        },
        contract: { kind: 'described' as const, operation },
      };
    }),
  );
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
