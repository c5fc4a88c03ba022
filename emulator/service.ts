import type {
  DescMethodUnary,
  DescService,
  Message,
  MessageInitShape,
  MessageShape,
} from '@bufbuild/protobuf';
import { services } from '@/lib/scalekit/services';

/** The operations of a service that the emulator has: plain functions from request to answer, which may throw a ConnectError. */
export type Implementation<S extends DescService> = {
  [K in keyof S['method']]?: S['method'][K] extends DescMethodUnary<infer I, infer O>
    ? (request: MessageShape<I>) => MessageInitShape<O>
    : never;
};

export type Run = (request: Message) => MessageInitShape<DescMethodUnary['output']>;

/** Finds what answers an operation; undefined for one that the emulator does not have. */
export type Operations = { find: (method: DescMethodUnary) => Run | undefined; count: number };

type Implementations = { [K in keyof typeof services]?: Implementation<(typeof services)[K]> };

/** Puts the services' implementations in one place, by operation. */
export function collectOperations(implementations: Implementations): Operations {
  const runs = new Map<string, Run>();
  for (const [service, implementation] of Object.entries(implementations)) {
    for (const [localName, run] of Object.entries(implementation)) {
      runs.set(`${service}.${localName}`, run as Run);
    }
  }
  return { find: (method) => runs.get(operationName(method)), count: runs.size };
}

const serviceNames = new Map(Object.entries(services).map(([name, service]) => [service.typeName, name]));

/** An operation's name in the journal, in faults and in a client's code: `organizations.getOrganization`. */
export function operationName(method: DescMethodUnary): string {
  return `${serviceNames.get(method.parent.typeName)}.${method.localName}`;
}
