import { create } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { describe, expect, it, vi } from 'vitest';
import { errdetailsPb, organizationsPb, services } from '@/lib/scalekit/services';
import { createClock } from './clock';
import { createFaults } from './faults';
import { createJournal } from './journal';
import { createPipeline } from './pipeline';
import { createRateLimit } from './rate-limit';
import { collectOperations } from './service';

const method = services.organizations.method.searchOrganization;
const call = {
  transport: 'rest',
  verb: 'GET',
  path: '/x',
  traceId: 't',
  authorization: 'Bearer good',
} as const;

/** A pipeline that has one operation at most, and searches with the given text. */
function setUp(operation?: () => { totalSize: number }) {
  const journal = createJournal();
  const pipeline = createPipeline({
    clock: createClock(),
    faults: createFaults(),
    journal,
    rateLimit: createRateLimit(Date.now),
    operations: collectOperations(operation ? { organizations: { searchOrganization: operation } } : {}),
    verifyAccessToken: async (token) => (token === 'good' ? { clientId: 'skc_1' } : null),
  });
  const search = (query: string, authorization: string | null = call.authorization) => {
    const input = create(organizationsPb.SearchOrganizationsRequestSchema, { query });
    return pipeline(method, () => input, { ...call, authorization });
  };
  return { search, pipeline, journal };
}

async function failureOf(promise: Promise<unknown>): Promise<[Code, string | undefined, string]> {
  const error = ConnectError.from(await promise.catch((cause: unknown) => cause));
  return [error.code, error.findDetails(errdetailsPb.ErrorInfoSchema)[0]?.errorCode, error.rawMessage];
}

describe('the pipeline', () => {
  it('answers, and journals who asked', async () => {
    const { search, journal } = setUp(() => ({ totalSize: 7 }));
    expect(await search('acme')).toMatchObject({ totalSize: 7 });
    expect(journal.list()).toMatchObject([
      { operation: 'organizations.searchOrganization', status: 200, clientId: 'skc_1' },
    ]);
  });

  it('names an operation that it does not have', async () => {
    const [code, errorCode, message] = await failureOf(setUp().search('acme'));
    expect([code, errorCode]).toEqual([Code.Unimplemented, 'UNIMPLEMENTED']);
    expect(message).toContain('organizations.searchOrganization');
  });

  it('asks for the credential before it looks at the request', async () => {
    const operation = vi.fn(() => ({ totalSize: 0 }));
    const { search } = setUp(operation);
    expect(await failureOf(search('x', null))).toEqual([
      Code.Unauthenticated,
      'UNAUTHENTICATED',
      'Token empty',
    ]);
    expect((await failureOf(search('x')))[1]).toBe('INVALID_ARGUMENT');
    expect(operation).not.toHaveBeenCalled();
  });

  it('gives an unreadable request the error body of all others', async () => {
    const { pipeline, journal } = setUp(() => ({ totalSize: 0 }));
    const unreadable = () => {
      throw new ConnectError('proto: nonsense', Code.InvalidArgument);
    };
    const failure = await failureOf(pipeline(method, unreadable, call));
    expect(failure).toEqual([Code.InvalidArgument, 'INVALID_ARGUMENT', 'proto: nonsense']);
    expect(journal.list()).toMatchObject([{ status: 400, request: null }]);
  });

  it('hides a defect of its own', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { search } = setUp(() => {
      throw new Error('a table is on fire');
    });
    expect(await failureOf(search('acme'))).toEqual([Code.Internal, 'INTERNAL', 'internal error']);
    expect(printed).toHaveBeenCalledOnce();
    printed.mockRestore();
  });
});
