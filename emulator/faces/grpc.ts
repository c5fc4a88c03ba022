import type { DescMethodUnary, Message } from '@bufbuild/protobuf';
import {
  Code,
  ConnectError,
  type ConnectRouter,
  createContextKey,
  createContextValues,
  type HandlerContext,
} from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { services } from '@/lib/scalekit/services';
import { toConnectError } from '../errors';
import { WireFault } from '../faults';
import { newTraceId } from '../ids';
import type { Pipeline } from '../pipeline';
import { cutConnection } from './break-answer';
import type { NodeHandler, NodeRequest } from './listen';

const nodeRequest = createContextKey<NodeRequest | undefined>(undefined);

/** Scalekit's gRPC face, which its official SDKs call. Everything that is not gRPC goes to `fallback`. */
export function createGrpcFace(pipeline: Pipeline, fallback: NodeHandler): NodeHandler {
  function register(router: ConnectRouter): void {
    for (const method of Object.values(services).flatMap((service) => service.methods as DescMethodUnary[])) {
      router.rpc(method, (input: Message, context: HandlerContext) => answer(method, input, context));
    }
  }

  async function answer(method: DescMethodUnary, input: Message, context: HandlerContext): Promise<Message> {
    const traceId = newTraceId();
    context.responseHeader.set('x-trace-id', traceId);
    const authorization = context.requestHeader.get('authorization');
    const path = new URL(context.url).pathname;
    const agent = context.requestHeader.get('user-agent') ?? '';
    try {
      const call = { transport: 'grpc', verb: 'POST', path, traceId, authorization, agent } as const;
      return await pipeline(method, () => input, call);
    } catch (cause) {
      if (!(cause instanceof WireFault)) throw toConnectError(cause);
      const request = context.values.get(nodeRequest);
      if (request) cutConnection(request);
      throw new ConnectError('the connection was cut', Code.Aborted);
    }
  }

  const grpc = connectNodeAdapter({
    routes: register,
    connect: false,
    grpcWeb: false,
    contextValues: (request) => createContextValues().set(nodeRequest, request),
    fallback,
  });
  // The adapter would take every request apart to see whose it is.
  return (request, response) => {
    const isGrpc = request.headers['content-type']?.startsWith('application/grpc');
    return isGrpc ? grpc(request, response) : fallback(request, response);
  };
}
