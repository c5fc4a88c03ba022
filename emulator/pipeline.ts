import { create, type DescMethodUnary, type Message, toJson } from '@bufbuild/protobuf';
import { isClientCallable } from '@/lib/scalekit/rest/http-rule';
import {
  type Call,
  createRunner,
  type Operation,
  type RunnerParts,
  type RunOperation,
} from './run-operation';
import { type Operations, operationName } from './service';
import { validateInput } from './validation';

/** Runs an operation of the descriptors. @throws ConnectError or WireFault, nothing else */
export type Pipeline = (method: DescMethodUnary, readInput: () => Message, call: Call) => Promise<Message>;

type Parts = RunnerParts & {
  operations: Operations;
  /** Made of the other parts, unless it is shared with operations that have no descriptor. */
  runOperation?: RunOperation;
};

/** What every operation of the descriptors goes through, over either transport. */
export function createPipeline({ operations, runOperation, ...parts }: Parts): Pipeline {
  const run = runOperation ?? createRunner(parts);
  const prepared = new Map<DescMethodUnary, Operation<Message, Message>>();

  // Once for each method: looking into its options takes longer than many an operation.
  function prepare(method: DescMethodUnary): Operation<Message, Message> {
    const implementation = operations.find(method);
    const operation = {
      name: operationName(method),
      isClientCallable: isClientCallable(method),
      toJson: (input: Message) => toJson(method.input, input, { useProtoFieldName: true }),
      check: (input: Message) => validateInput(method.input, input),
      run: implementation && ((input: Message) => create(method.output, implementation(input))),
    };
    prepared.set(method, operation);
    return operation;
  }

  return (method, readInput, call) => run(prepared.get(method) ?? prepare(method), readInput, call);
}
